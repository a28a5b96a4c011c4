package dev.huozi.record.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills what a new record's sender left out. An explicit null stays null.
final class DefaultsStep implements WriteStep {
  @Override
  public List<Draft> apply(WriteScope scope, List<Draft> drafts) {
    return drafts.stream().map(draft -> draft.isNew() ? complete(scope, draft) : draft).toList();
  }

  private static Draft complete(WriteScope scope, Draft draft) {
    ObjectNode defaults = draft.input().objectNode();
    for (FieldModel field : scope.object().fields()) {
      if (!field.system() && !draft.input().has(field.name())) {
        JsonNode value = value(scope, field);
        if (value != null) {
          defaults.set(field.name(), value);
        }
      }
    }
    return draft.withDefaults(defaults);
  }

  private static @Nullable JsonNode value(WriteScope scope, FieldModel field) {
    String text = field.field().defaultValue();
    if (text == null) {
      return field.field().type() instanceof FieldType.Bool ? BooleanNode.FALSE : null;
    }
    return switch (text) {
      case "$User" -> TextNode.valueOf(scope.context().principal().userId().toString());
      case "$Today" -> TextNode.valueOf(today(scope).toString());
      case "$Now" -> TextNode.valueOf(scope.now().toString());
      default -> literal(field.field().type(), text);
    };
  }

  /// What is stored is dated where the tenant is.
  private static LocalDate today(WriteScope scope) {
    return LocalDate.ofInstant(scope.now(), scope.context().tenant().zone());
  }

  private static JsonNode literal(FieldType type, String text) {
    return switch (type) {
      case FieldType.Decimal _ -> DecimalNode.valueOf(new BigDecimal(text));
      case FieldType.Bool _ -> BooleanNode.valueOf(text.equals("true"));
      case FieldType.Text _,
          FieldType.LongText _,
          FieldType.Date _,
          FieldType.DateTime _,
          FieldType.Picklist _,
          FieldType.Reference _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _,
          FieldType.Formula _ ->
          TextNode.valueOf(text);
    };
  }
}
