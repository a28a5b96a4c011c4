package dev.huozi.metadata.object;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.platform.problem.Issues;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What must be right with unique keys and indexes: known, active fields of types that a key can
/// hold, each once.
final class KeyCheck {
  private static final int MAX_FIELDS = 6;
  private static final int MAX_KEYS = 50;

  private final Map<String, Field> fields;
  private final Issues issues;

  KeyCheck(Map<String, Field> fields, Issues issues) {
    this.fields = fields;
    this.issues = issues;
  }

  void check(List<List<String>> keys, String path, boolean systemFieldsToo) {
    if (keys.size() > MAX_KEYS) {
      issues.error(MetadataError.KEY_COUNT, path, "count", keys.size(), "maximum", MAX_KEYS);
    }
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      List<String> key = keys.get(i);
      if (key.isEmpty() || key.size() > MAX_FIELDS) {
        issues.error(
            MetadataError.KEY_COUNT, path + "." + i, "count", key.size(), "maximum", MAX_FIELDS);
      }
      if (!seen.add(key.stream().map(ApiName::key).toList())) {
        issues.error(MetadataError.ITEM_DUPLICATE, path + "." + i, "name", String.join(", ", key));
      }
      members(key, path + "." + i, systemFieldsToo);
    }
  }

  private void members(List<String> key, String path, boolean systemFieldsToo) {
    Set<String> seen = new HashSet<>();
    for (String name : key) {
      Field field = fields.get(ApiName.key(name));
      if (!seen.add(ApiName.key(name))) {
        issues.error(MetadataError.ITEM_DUPLICATE, path, "name", name);
      } else if (field == null) {
        boolean system =
            systemFieldsToo
                && SystemFields.isReserved(name)
                && !ApiName.same(name, SystemFields.VERSION);
        if (!system) {
          issues.error(MetadataError.KEY_FIELD, path, "field", name);
        }
      } else if (!field.active() || !mayStandInKey(field.type())) {
        issues.error(MetadataError.KEY_FIELD, path, "field", name);
      }
    }
  }

  private static boolean mayStandInKey(FieldType type) {
    return switch (type) {
      case FieldType.LongText _, FieldType.PolyLookup _ -> false;
      case FieldType.Formula formula -> formula.stored();
      case FieldType.Text _,
          FieldType.Decimal _,
          FieldType.Bool _,
          FieldType.Date _,
          FieldType.DateTime _,
          FieldType.Picklist _,
          FieldType.Lookup _,
          FieldType.MasterDetail _,
          FieldType.User _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _ ->
          true;
    };
  }
}
