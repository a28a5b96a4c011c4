package dev.huozi.record.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.value.LocalizedText;
import dev.huozi.record.RecordError;
import org.jspecify.annotations.Nullable;

/// One property of the input and the field it is meant for.
record FieldInput(WriteScope scope, Draft draft, FieldModel field, JsonNode json) {
  private static final int LONGEST_SHOWN = 80;

  /// Refuses the property.
  Coerced refuse(RecordError code, Object... namesAndValues) {
    scope.refuse(draft, field, code, namesAndValues);
    return new Coerced.Refused();
  }

  /// Refuses JSON of the wrong shape.
  Coerced refuseShape(String expectedZh, String expectedEn) {
    return refuse(
        RecordError.RECORD_VALUE_TYPE,
        "expected",
        LocalizedText.of(expectedZh, expectedEn),
        "actual",
        shape(json));
  }

  /// The text of a JSON string, or null when it is something else.
  @Nullable String text() {
    return json.isTextual() ? json.textValue() : null;
  }

  /// A value as it may stand in a message.
  static String shown(String value) {
    String oneLine = value.replaceAll("\\p{Cntrl}", "�");
    return oneLine.length() <= LONGEST_SHOWN ? oneLine : oneLine.substring(0, LONGEST_SHOWN) + "…";
  }

  private static LocalizedText shape(JsonNode json) {
    return switch (json.getNodeType()) {
      case STRING -> LocalizedText.of("文本", "text");
      case NUMBER -> LocalizedText.of("数字", "a number");
      case BOOLEAN -> LocalizedText.of("布尔值", "true or false");
      case ARRAY -> LocalizedText.of("列表", "a list");
      case OBJECT, POJO -> LocalizedText.of("对象", "an object");
      case NULL, MISSING, BINARY -> LocalizedText.of("空值", "nothing");
    };
  }
}
