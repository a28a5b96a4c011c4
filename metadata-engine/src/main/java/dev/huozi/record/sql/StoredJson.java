package dev.huozi.record.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.value.Money;
import dev.huozi.record.Reference;
import dev.huozi.record.query.ColumnKind;
import dev.huozi.record.query.ReferenceTargets;
import dev.huozi.record.query.ScalarText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values of fields inside JSON columns (history, answers to repeated requests): numbers as
/// numbers, the rest as text, a reference as `{"<column>": "<id>"}` with its name beside it where
/// that is kept. Names of the model do not occur.
public final class StoredJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
  private static final String NAME = "name";

  private StoredJson() {}

  /// What a field is called in JSON columns: its (first) column. Stable when the field is renamed.
  public static String key(FieldModel field) {
    return field.column().name();
  }

  /// The field that a key means, or null when it is gone.
  public static @Nullable FieldModel field(ObjectModel object, String key) {
    for (FieldModel field : object.fields()) {
      if (field.columns().stream().anyMatch(column -> column.name().equals(key))) {
        return field;
      }
    }
    return null;
  }

  /// @param named true to keep the names of references
  public static JsonNode write(FieldModel field, @Nullable Object value, boolean named) {
    return switch (value) {
      case null -> NODES.nullNode();
      case FormulaError _ -> NODES.nullNode();
      case BigDecimal number -> NODES.numberNode(number);
      case Money money -> NODES.numberNode(money.amount());
      case Boolean bool -> NODES.booleanNode(bool);
      case Reference reference -> reference(field, reference, named);
      default -> NODES.textNode(ScalarText.write(value));
    };
  }

  private static JsonNode reference(FieldModel field, Reference reference, boolean named) {
    ObjectNode node = NODES.objectNode();
    for (FieldColumns.FieldColumn column : FieldColumns.of(field)) {
      String target = column.target();
      if (target == null || target.equalsIgnoreCase(reference.object())) {
        node.put(column.column().name(), reference.id().toString());
      }
    }
    if (named) {
      node.put(NAME, reference.name());
    }
    return node;
  }

  /// The value again, in the shapes of `RecordView`. What the field's type can no longer hold is
  /// given as text.
  public static @Nullable Object read(
      FieldModel field, JsonNode node, MetadataSnapshot snapshot, String currency) {
    if (node.isNull()) {
      return null;
    }
    if (node.isObject()) {
      return reference(field, node, snapshot);
    }
    if (field.field().type().values() instanceof FieldType.Currency && node.isNumber()) {
      return new Money(node.decimalValue(), currency);
    }
    ColumnKind kind = ColumnKind.of(field);
    try {
      return ScalarText.read(kind, node.isNumber() ? plain(node) : node.asText());
    } catch (DateTimeException | IllegalArgumentException e) {
      return node.asText();
    }
  }

  private static String plain(JsonNode node) {
    return node.decimalValue().toPlainString();
  }

  private static @Nullable Reference reference(
      FieldModel field, JsonNode node, MetadataSnapshot snapshot) {
    for (ReferenceTargets.Target target : ReferenceTargets.of(field, snapshot)) {
      JsonNode id = node.path(target.column().name());
      if (id.isTextual()) {
        return new Reference(
            target.object().name(), UUID.fromString(id.textValue()), node.path(NAME).textValue());
      }
    }
    return null;
  }
}
