package dev.huozi.metadata.object;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldChanges;
import dev.huozi.metadata.field.FieldCheck;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.formula.FieldFormulas;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.FieldReference;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.NearestName;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.model.TextCheck;
import dev.huozi.platform.problem.Issues;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Kind `object`.
@Singleton
public final class ObjectKind implements MetadataKind<ObjectType> {
  public static final String ID = "object";
  public static final ObjectKind KIND = new ObjectKind();
  public static final int MAX_COLUMNS = 400;
  private static final Pattern ICON = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String folder() {
    return "objects";
  }

  @Override
  public Class<ObjectType> type() {
    return ObjectType.class;
  }

  @Override
  public List<Reference> references(ObjectType object) {
    List<Reference> all = new ArrayList<>();
    for (Field field : object.fields()) {
      all.addAll(FieldCheck.references(field, "fields." + field.name()));
    }
    return all;
  }

  @Override
  public List<FieldReference> fieldReferences(ObjectType object, ModelView model) {
    List<FieldReference> all = new ArrayList<>();
    all.add(new FieldReference(object.name(), object.nameField(), "nameField", null));
    object
        .fields()
        .forEach(field -> {
          String path = "fields." + field.name();
          all.addAll(FieldCheck.fieldReferences(object.name(), field, path));
          all.addAll(FieldFormulas.references(object, field, path, model));
        });
    keys(object, object.uniqueKeys(), "uniqueKeys", all);
    keys(object, object.indexes(), "indexes", all);
    return all;
  }

  private static void keys(
      ObjectType object, List<List<String>> keys, String path, List<FieldReference> all) {
    for (int i = 0; i < keys.size(); i++) {
      String key = path + "." + i;
      keys.get(i).forEach(field -> all.add(new FieldReference(object.name(), field, key, key)));
    }
  }

  @Override
  public void check(ObjectType object, ModelView model, Issues issues) {
    TextCheck.description(object.description(), "description", issues);
    if (object.icon() instanceof String icon && !ICON.matcher(icon).matches()) {
      issues.error(MetadataError.ICON_INVALID, "icon", "icon", icon);
    }
    Map<String, Field> byKey = fieldsByKey(object, issues);
    FieldCheck check = new FieldCheck(byKey, model, issues);
    for (Field field : object.fields()) {
      String path = "fields." + field.name();
      check.check(field, path);
      FieldFormulas.check(object, field, path, model, issues);
    }
    checkNameField(object, byKey, issues);
    checkParents(object, model, issues);
    KeyCheck keys = new KeyCheck(byKey, issues);
    keys.check(object.uniqueKeys(), "uniqueKeys", false);
    keys.check(object.indexes(), "indexes", true);
  }

  private static Map<String, Field> fieldsByKey(ObjectType object, Issues issues) {
    Map<String, Field> byKey = new LinkedHashMap<>();
    int columns = 0;
    for (Field field : object.fields()) {
      columns += FieldType.columns(field.type());
      if (byKey.putIfAbsent(ApiName.key(field.name()), field) != null) {
        issues.error(MetadataError.NAME_DUPLICATE, "fields." + field.name(), "name", field.name());
      }
      if (SystemFields.isReserved(field.name())) {
        issues.error(
            MetadataError.NAME_RESERVED,
            "fields." + field.name(),
            "name",
            field.name(),
            "reserved",
            SystemFields.RESERVED);
      }
    }
    if (columns > MAX_COLUMNS) {
      issues.error(
          MetadataError.FIELDS_TOO_MANY, "fields", "count", columns, "maximum", MAX_COLUMNS);
    }
    return byKey;
  }

  private static void checkNameField(ObjectType object, Map<String, Field> byKey, Issues issues) {
    Field field = byKey.get(ApiName.key(object.nameField()));
    if (field == null) {
      issues.error(
          MetadataError.FIELD_MISSING,
          "nameField",
          "field",
          object.nameField(),
          "object",
          object.name(),
          "hint",
          NearestName.hint(byKey.keySet(), object.nameField()));
    } else if (!field.active()
        || !(field.type() instanceof FieldType.Text
            || field.type() instanceof FieldType.AutoNumber)) {
      issues.error(
          MetadataError.NAME_FIELD_TYPE,
          "nameField",
          "field",
          field.name(),
          "type",
          field.type().id());
    }
  }

  private void checkParents(ObjectType object, ModelView model, Issues issues) {
    List<Field> parents = parentFields(object);
    for (Field extra : parents.stream().skip(1).toList()) {
      issues.error(
          MetadataError.MASTERDETAIL_SEVERAL,
          "fields." + extra.name(),
          "first",
          parents.getFirst().name());
    }
    Set<String> seen = new HashSet<>();
    ObjectType at = object;
    while (at != null && seen.add(ApiName.key(at.name()))) {
      List<Field> up = parentFields(at);
      at =
          !up.isEmpty() && up.getFirst().type() instanceof FieldType.MasterDetail parent
              ? model.find(this, parent.target())
              : null;
    }
    if (at != null && ApiName.same(at.name(), object.name())) {
      issues.error(
          MetadataError.MASTERDETAIL_CYCLE,
          "fields." + parents.getFirst().name(),
          "object",
          object.name());
    }
  }

  private static List<Field> parentFields(ObjectType object) {
    return object.fields().stream()
        .filter(field -> field.type() instanceof FieldType.MasterDetail)
        .toList();
  }

  @Override
  public void checkChange(ObjectType before, ObjectType after, Issues issues) {
    new FieldChanges(issues).check(before.fields(), after.fields());
  }

  @Override
  public boolean isLossOfData(String path) {
    return path.isEmpty() || FieldChanges.isField(path);
  }
}
