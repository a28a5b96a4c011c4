package dev.huozi.record.load.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.value.Money;
import dev.huozi.record.Reference;
import dev.huozi.record.query.ScalarText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Values of records as a write takes them.
final class InputJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private InputJson() {}

  /// @param value in the shapes of `RecordView.values`
  static JsonNode of(FieldModel field, @Nullable Object value) {
    return switch (value) {
      case null -> NODES.nullNode();
      case BigDecimal number -> NODES.numberNode(number);
      case Money money -> NODES.numberNode(money.amount());
      case Boolean bool -> NODES.booleanNode(bool);
      case Reference reference -> {
        var id = NODES.textNode(reference.id().toString());
        if (field.field().type() instanceof FieldType.PolyLookup) {
          yield NODES.objectNode().put("object", reference.object()).set("id", id);
        }
        yield id;
      }
      default -> NODES.textNode(ScalarText.write(value));
    };
  }
}
