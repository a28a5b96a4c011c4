package dev.huozi.metadata.extension;

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
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.object.SystemFields;
import dev.huozi.platform.problem.Issues;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Kind `extension`.
@Singleton
public final class ExtensionKind implements MetadataKind<Extension> {
  public static final String ID = "extension";
  public static final ExtensionKind KIND = new ExtensionKind();

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String folder() {
    return "extensions";
  }

  @Override
  public Class<Extension> type() {
    return Extension.class;
  }

  @Override
  public List<Reference> references(Extension extension) {
    List<Reference> all = new ArrayList<>();
    all.add(Reference.of(ObjectKind.ID, extension.object(), "object").dropping(""));
    for (Field field : extension.fields()) {
      all.addAll(FieldCheck.references(field, "fields." + field.name()));
    }
    return all;
  }

  @Override
  public List<FieldReference> fieldReferences(Extension extension, ModelView model) {
    ObjectType object = model.find(ObjectKind.KIND, extension.object());
    List<FieldReference> all = new ArrayList<>();
    for (Field field : extension.fields()) {
      String path = "fields." + field.name();
      all.addAll(FieldCheck.fieldReferences(extension.object(), field, path));
      if (object != null) {
        all.addAll(FieldFormulas.references(object, field, path, model));
      }
    }
    return List.copyOf(all);
  }

  @Override
  public void check(Extension extension, ModelView model, Issues issues) {
    ObjectType object = model.find(ObjectKind.KIND, extension.object());
    if (object == null) {
      return; // reported as a missing reference
    }
    if (!object.extensible()) {
      issues.error(MetadataError.OBJECT_LOCKED, "object", "object", object.name());
    }
    Map<String, Field> byKey = new LinkedHashMap<>();
    ObjectFields.of(model, object)
        .forEach(field -> byKey.putIfAbsent(ApiName.key(field.name()), field));
    FieldCheck check = new FieldCheck(byKey, model, issues);
    for (Field field : extension.fields()) {
      checkName(field, byKey, object, issues);
      check.check(field, "fields." + field.name());
      FieldFormulas.check(object, field, "fields." + field.name(), model, issues);
    }
    int columns = byKey.values().stream().mapToInt(field -> FieldType.columns(field.type())).sum();
    if (columns > ObjectKind.MAX_COLUMNS) {
      issues.error(
          MetadataError.FIELDS_TOO_MANY,
          "fields",
          "count",
          columns,
          "maximum",
          ObjectKind.MAX_COLUMNS);
    }
  }

  @Override
  public void checkChange(Extension before, Extension after, Issues issues) {
    if (!ApiName.same(before.object(), after.object())) {
      issues.error(
          MetadataError.FIELD_TYPE_CHANGE,
          "object",
          "field",
          "object",
          "before",
          before.object(),
          "after",
          after.object());
    }
    new FieldChanges(issues).check(before.fields(), after.fields());
  }

  @Override
  public boolean isLossOfData(String path) {
    return path.isEmpty() || FieldChanges.isField(path);
  }

  private static void checkName(
      Field field, Map<String, Field> byKey, ObjectType object, Issues issues) {
    String path = "fields." + field.name();
    if (byKey.get(ApiName.key(field.name())) != field) {
      issues.error(MetadataError.NAME_DUPLICATE, path, "name", field.name());
    }
    if (SystemFields.isReserved(field.name())) {
      issues.error(
          MetadataError.NAME_RESERVED,
          path,
          "name",
          field.name(),
          "reserved",
          SystemFields.RESERVED);
    }
    if (field.type() instanceof FieldType.MasterDetail) {
      issues.error(MetadataError.EXTENSION_MASTERDETAIL, path, "object", object.name());
    }
  }
}
