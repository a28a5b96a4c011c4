package dev.huozi.ui.designer;

import dev.huozi.metadata.extension.Extension;
import dev.huozi.metadata.extension.ExtensionKind;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The fields of an object as the draft has them: its own, and those that extensions add to it.
/// Changes go to the component that a field is defined in.
record FieldHome(Draft draft, MetadataSnapshot snapshot, ObjectType object) {

  /// A field and the component that defines it.
  ///
  /// @param own whether that is the object itself
  record Placed(Field field, boolean own, MetadataRef owner) {}

  /// All fields, inactive ones too, in order.
  List<Placed> fields() {
    List<Placed> all = new ArrayList<>();
    MetadataRef self = new MetadataRef(ObjectKind.ID, object.name());
    object.fields().forEach(field -> all.add(new Placed(field, true, self)));
    for (Extension extension : extensions()) {
      MetadataRef owner = new MetadataRef(ExtensionKind.ID, extension.name());
      extension.fields().forEach(field -> all.add(new Placed(field, false, owner)));
    }
    return all;
  }

  @Nullable Field find(String name) {
    return fields().stream()
        .map(Placed::field)
        .filter(field -> ApiName.same(field.name(), name))
        .findFirst()
        .orElse(null);
  }

  /// The draft with one more field of the object's own.
  Draft add(Field field) {
    List<Field> fields = new ArrayList<>(object.fields());
    fields.add(field);
    return draft.with(ObjectKind.KIND, with(object, fields), snapshot);
  }

  /// The draft with another definition of a field.
  Draft replace(String name, Field field) {
    return change(name, fields -> replaced(fields, name, field));
  }

  /// The draft with a field moved one place up (-1) or down (1) among the fields beside it.
  Draft move(String name, int step) {
    return change(
        name,
        fields -> {
          int at = index(fields, name);
          return moved(fields, at, Math.clamp((long) at + step, 0, fields.size() - 1));
        });
  }

  /// The draft with a field moved to where another one is; nothing changes where they do not stand
  /// side by side.
  Draft moveTo(String name, String other) {
    return change(
        name,
        fields -> {
          int to = index(fields, other);
          return to < 0 ? fields : moved(fields, index(fields, name), to);
        });
  }

  private Draft change(String name, UnaryOperator<List<Field>> how) {
    if (index(object.fields(), name) >= 0) {
      return draft.with(ObjectKind.KIND, with(object, how.apply(object.fields())), snapshot);
    }
    for (Extension extension : extensions()) {
      if (index(extension.fields(), name) >= 0) {
        Extension changed =
            new Extension(
                extension.name(),
                extension.label(),
                extension.object(),
                how.apply(extension.fields()));
        return draft.with(ExtensionKind.KIND, changed, snapshot);
      }
    }
    return draft;
  }

  private List<Extension> extensions() {
    return draft.all(ExtensionKind.KIND, snapshot).stream()
        .filter(extension -> ApiName.same(extension.object(), object.name()))
        .toList();
  }

  static ObjectType with(ObjectType object, List<Field> fields) {
    return new ObjectType(
        object.name(),
        object.label(),
        object.description(),
        object.icon(),
        object.nameField(),
        object.extensible(),
        fields,
        object.uniqueKeys(),
        object.indexes(),
        object.was());
  }

  private static List<Field> replaced(List<Field> fields, String name, Field field) {
    return fields.stream().map(one -> ApiName.same(one.name(), name) ? field : one).toList();
  }

  private static List<Field> moved(List<Field> fields, int from, int to) {
    List<Field> moved = new ArrayList<>(fields);
    moved.add(to, moved.remove(from));
    return moved;
  }

  private static int index(List<Field> fields, String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (ApiName.same(fields.get(i).name(), name)) {
        return i;
      }
    }
    return -1;
  }
}
