package dev.huozi.metadata.extension;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.NearestName;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.Issues;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Checks lists of field names and paths of one object, for kinds that name fields.
public final class FieldNames {
  private final ModelView model;
  private final ObjectType object;
  private final Issues issues;

  public FieldNames(ModelView model, ObjectType object, Issues issues) {
    this.model = model;
    this.object = object;
    this.issues = issues;
  }

  /// Fields of the object itself, each once.
  public void checkFields(List<String> names, String path) {
    each(names, path, name -> field(object, name, path + "." + names.indexOf(name)));
  }

  /// One field of the object itself.
  public void checkField(String name, String path) {
    field(object, name, path);
  }

  /// Fields, or paths over one lookup, each once.
  public void checkPaths(List<String> paths, String path) {
    each(paths, path, one -> path(one, path + "." + paths.indexOf(one)));
  }

  /// Paths with an optional `-` before them, each once.
  public void checkSort(List<String> sort, String path) {
    each(
        sort,
        path,
        one -> path(one.startsWith("-") ? one.substring(1) : one, path + "." + sort.indexOf(one)));
  }

  private void each(List<String> names, String path, Consumer<String> check) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (seen.add(ApiName.key(names.get(i)))) {
        check.accept(names.get(i));
      } else {
        issues.error(MetadataError.ITEM_DUPLICATE, path + "." + i, "name", names.get(i));
      }
    }
  }

  private void path(String text, String where) {
    String[] steps = text.split("\\.", -1);
    if (steps.length > 2) {
      issues.error(MetadataError.FIELD_PATH_TOO_DEEP, where, "path", text);
    } else if (steps.length == 2) {
      overLookup(text, steps[0], steps[1], where);
    } else {
      field(object, text, where);
    }
  }

  private void overLookup(String text, String lookup, String name, String where) {
    Field reference = ObjectFields.find(model, object, lookup);
    if (reference == null) {
      missing(object, lookup, where);
      return;
    }
    ObjectType target = ObjectFields.targetOf(model, reference);
    if (target == null) {
      issues.error(MetadataError.FIELD_NOT_REFERENCE, where, "field", lookup, "path", text);
    } else {
      field(target, name, where);
    }
  }

  private void field(ObjectType owner, String name, String where) {
    if (ObjectFields.find(model, owner, name) == null) {
      missing(owner, name, where);
    }
  }

  private void missing(ObjectType owner, String name, String where) {
    List<String> known =
        ObjectFields.of(model, owner).stream().filter(Field::active).map(Field::name).toList();
    issues.error(
        MetadataError.FIELD_MISSING,
        where,
        "field",
        name,
        "object",
        owner.name(),
        "hint",
        NearestName.hint(known, name));
  }
}
