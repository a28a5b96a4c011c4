package dev.huozi.metadata.binding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.platform.value.LocalizedText;

/// Words of messages about values.
final class Words {
  static final LocalizedText TEXT = LocalizedText.of("文本", "a text");
  static final LocalizedText WHOLE = LocalizedText.of("整数", "a whole number");
  static final LocalizedText FLAG = LocalizedText.of("true 或 false", "true or false");
  static final LocalizedText CONDITION =
      LocalizedText.of("true、false 或公式", "true, false or a formula");
  static final LocalizedText LIST = LocalizedText.of("列表", "a list");
  static final LocalizedText MAP = LocalizedText.of("键值对", "a map of keys and values");
  static final LocalizedText LANGUAGES =
      LocalizedText.of(
          "按语言的文本，如 {zh: 名称, en: Name}", "a text by language, as in {zh: 名称, en: Name}");

  private static final int LONGEST = 60;

  private Words() {}

  /// The value as it is shown in a message: short.
  static String show(JsonNode node) {
    String text = node.isTextual() ? node.textValue() : node.toString();
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
