package dev.huozi.ui.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.value.Money;
import dev.huozi.record.RecordPage;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records of one object as JSON. The one place that decides how a stored value looks in the API.
final class RecordJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private final ObjectModel object;
  private final MetadataSnapshot snapshot;
  private final Map<String, Boolean> severalTargets = new HashMap<>();

  /// Writes records of one object.
  RecordJson(ObjectModel object, MetadataSnapshot snapshot) {
    this.object = object;
    this.snapshot = snapshot;
  }

  ObjectNode page(RecordPage page) {
    ObjectNode json = NODES.objectNode();
    ArrayNode records = json.putArray("records");
    page.records().forEach(record -> records.add(record(record)));
    json.put("next", page.next());
    if (page.total() != null) {
      json.put("total", page.total());
      json.put("totalCapped", page.totalCapped());
      if (page.estimate() != null) {
        json.put("estimate", page.estimate());
      }
    }
    return json;
  }

  ObjectNode record(RecordView record) {
    ObjectNode json = NODES.objectNode();
    json.put("id", record.id().toString());
    json.put("version", record.version());
    for (Map.Entry<String, @Nullable Object> entry : record.values().entrySet()) {
      json.set(entry.getKey(), value(entry.getKey(), entry.getValue()));
    }
    return json;
  }

  /// One entry of a record's history.
  ObjectNode change(RecordService.Change change) {
    ObjectNode json = NODES.objectNode();
    json.put("at", change.at().toString());
    ObjectNode by = json.putObject("by");
    by.put("id", change.by() == null ? null : change.by().toString());
    by.put("name", change.byName());
    json.put("operation", change.operation());
    ObjectNode fields = json.putObject("fields");
    change
        .fields()
        .forEach((name, values) -> {
          ObjectNode field = fields.putObject(name);
          field.set("before", value(name, values.before()));
          field.set("after", value(name, values.after()));
        });
    return json;
  }

  /// The value of a field, or of a path over a lookup.
  JsonNode value(String path, @Nullable Object value) {
    return value(
        value,
        value instanceof Reference
            && severalTargets.computeIfAbsent(path, this::hasSeveralTargets));
  }

  private boolean hasSeveralTargets(String path) {
    ObjectModel at = object;
    String[] steps = path.split("\\.");
    for (int i = 0; i < steps.length; i++) {
      FieldModel field = at.field(steps[i]);
      if (field == null || i == steps.length - 1) {
        return field != null && field.field().type() instanceof FieldType.PolyLookup;
      }
      String target = ObjectFields.target(field.field().type());
      ObjectModel next = target == null ? null : snapshot.object(target);
      if (next == null) {
        return false;
      }
      at = next;
    }
    return false;
  }

  /// @param withObject true where a reference must say which object it points to
  private static JsonNode value(@Nullable Object value, boolean withObject) {
    return switch (value) {
      case null -> NullNode.instance;
      case String text -> TextNode.valueOf(text);
      case BigDecimal number -> number(number);
      case Boolean flag -> BooleanNode.valueOf(flag);
      case Money money -> money(money);
      case LocalDate date -> TextNode.valueOf(date.toString());
      case Instant instant -> TextNode.valueOf(instant.toString());
      case UUID id -> TextNode.valueOf(id.toString());
      case Reference reference -> reference(reference, withObject);
      case FormulaError error -> NODES.objectNode().put("error", error.kind().name());
      default ->
          throw new IllegalArgumentException(
              "A value of type (%s) has no JSON form.".formatted(value.getClass().getName()));
    };
  }

  /// Plain digits at any size: a negative scale would be printed with an exponent.
  private static DecimalNode number(BigDecimal number) {
    return DecimalNode.valueOf(number.scale() < 0 ? number.setScale(0) : number);
  }

  private static ObjectNode money(Money money) {
    ObjectNode json = NODES.objectNode();
    json.set("amount", number(money.amount()));
    return json.put("currency", money.currency());
  }

  private static ObjectNode reference(Reference reference, boolean withObject) {
    ObjectNode json = NODES.objectNode();
    if (withObject) {
      json.put("object", reference.object());
    }
    return json.put("id", reference.id().toString()).put("name", reference.name());
  }
}
