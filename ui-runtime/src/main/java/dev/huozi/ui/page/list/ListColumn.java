package dev.huozi.ui.page.list;

import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.ui.listview.ListView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One column of a list. A list has those of its view, or of an object that has none yet its first
/// fields.
///
/// @param path as `ListQuery.fields` takes it
/// @param field at the end of the path
/// @param parent label holder of the first step where the path has two, else null
public record ListColumn(String path, Field field, @Nullable Field parent) {
  private static final int WITHOUT_VIEW = 7;

  /// The columns of `view` that exist; a name that the model no longer has is left out.
  static List<ListColumn> of(
      MetadataSnapshot snapshot, ObjectModel object, @Nullable ListView view) {
    List<String> paths = view == null ? firstFields(object) : view.columns();
    return resolve(snapshot, object, paths);
  }

  /// Every field that people write, in its order.
  public static List<ListColumn> all(MetadataSnapshot snapshot, ObjectModel object) {
    return resolve(
        snapshot,
        object,
        object.fields().stream().filter(field -> !field.system()).map(FieldModel::name).toList());
  }

  public static List<ListColumn> resolve(
      MetadataSnapshot snapshot, ObjectModel object, List<String> paths) {
    List<ListColumn> columns = new ArrayList<>();
    for (String path : paths) {
      ListColumn column = find(snapshot, object, path);
      if (column != null) {
        columns.add(column);
      }
    }
    return columns;
  }

  /// The column of a path, or null where the model has none of it.
  static @Nullable ListColumn find(MetadataSnapshot snapshot, ObjectModel object, String path) {
    int dot = path.indexOf('.');
    FieldModel first = object.field(dot < 0 ? path : path.substring(0, dot));
    if (first == null) {
      return null;
    }
    if (dot < 0) {
      return new ListColumn(first.name(), first.field(), null);
    }
    String target = ObjectFields.target(first.field().type());
    ObjectModel parent = target == null ? null : snapshot.object(target);
    FieldModel last = parent == null ? null : parent.field(path.substring(dot + 1));
    return last == null
        ? null
        : new ListColumn(first.name() + "." + last.name(), last.field(), first.field());
  }

  private static List<String> firstFields(ObjectModel object) {
    List<String> names = new ArrayList<>(List.of(object.nameField().name()));
    object.fields().stream()
        .filter(field -> !field.system() && !(field.field().type() instanceof FieldType.LongText))
        .map(FieldModel::name)
        .filter(name -> !names.contains(name))
        .limit(WITHOUT_VIEW - 1L)
        .forEach(names::add);
    return names;
  }
}
