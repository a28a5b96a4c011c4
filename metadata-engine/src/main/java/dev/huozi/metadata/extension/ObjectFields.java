package dev.huozi.metadata.extension;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.object.SystemFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields that an object has in a model: its own, then those of extensions in order of the
/// extension's name.
public final class ObjectFields {
  private ObjectFields() {}

  /// All defined fields, inactive ones too, without the system fields.
  public static List<Field> of(ModelView model, ObjectType object) {
    List<Field> all = new ArrayList<>(object.fields());
    for (Extension extension : model.all(ExtensionKind.KIND)) {
      if (ApiName.same(extension.object(), object.name())) {
        all.addAll(extension.fields());
      }
    }
    return all;
  }

  /// The active or system field of that name, or null.
  public static @Nullable Field find(ModelView model, ObjectType object, String name) {
    for (Field field : of(model, object)) {
      if (field.active() && ApiName.same(field.name(), name)) {
        return field;
      }
    }
    for (Field field : SystemFields.of(object.name())) {
      if (ApiName.same(field.name(), name)) {
        return field;
      }
    }
    return null;
  }

  /// The definition of the one object that a field points at; null for other fields.
  public static @Nullable ObjectType targetOf(ModelView model, Field field) {
    String target = target(field.type());
    return target == null ? null : model.find(ObjectKind.KIND, target);
  }

  /// The one object that a reference field points at; null for other fields and for polylookups.
  public static @Nullable String target(FieldType type) {
    return type instanceof FieldType.Reference reference ? reference.target() : null;
  }

  /// The objects that a reference field may point at, in order; none for other fields.
  public static List<String> targets(FieldType type) {
    return type instanceof FieldType.Reference reference ? reference.targets() : List.of();
  }
}
