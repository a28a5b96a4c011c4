package dev.huozi.metadata.schema;

import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.HashMap;
import java.util.Map;

/// The API names behind physical names, for messages.
final class ColumnNames {
  private final Map<SqlIdentifier, String> objects = new HashMap<>();
  private final Map<SqlIdentifier, String> fields = new HashMap<>();

  /// Names of both models; where they differ the later one's count.
  ColumnNames(
      Model before, PhysicalModel physicalBefore, Model after, PhysicalModel physicalAfter) {
    add(before, physicalBefore);
    add(after, physicalAfter);
  }

  private void add(Model model, PhysicalModel physical) {
    for (Component component : model.components(ObjectKind.ID)) {
      PhysicalTable table = physical.table(component.id());
      if (table != null) {
        ObjectType object = (ObjectType) component.definition();
        objects.put(table.name(), object.name());
        Map<String, String> names = new HashMap<>();
        for (Field field : ObjectFields.of(model, object)) {
          names.put(ApiName.key(field.name()), field.name());
        }
        table.columns().stream()
            .filter(column -> !column.parked())
            .forEach(column ->
                fields.put(
                    column.name(), names.getOrDefault(column.fieldKey(), column.fieldKey())));
      }
    }
  }

  String object(SqlIdentifier table) {
    return objects.getOrDefault(table, table.name());
  }

  /// Columns are numbered in the whole tenant, so their names alone would do.
  String field(SqlIdentifier table, SqlIdentifier column) {
    String found = fields.get(column);
    return found == null ? object(table) + " " + column.name() : found;
  }

  String subject(SqlIdentifier table, SqlIdentifier column) {
    return "object " + object(table) + " fields." + field(table, column);
  }
}
