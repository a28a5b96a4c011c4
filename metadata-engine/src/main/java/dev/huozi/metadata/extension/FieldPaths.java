package dev.huozi.metadata.extension;

import dev.huozi.formula.syntax.Expr;
import dev.huozi.formula.syntax.Parser;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.FieldReference;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the fields that a component names, starting from one object: in lists of names and
/// paths, and in formulas.
public final class FieldPaths {
  private static final String USER = "$User";
  private static final String RECORD = "$Record";

  private final ModelView model;
  private final ObjectType object;
  private final @Nullable ObjectType referring;
  private final List<FieldReference> references = new ArrayList<>();

  public FieldPaths(ModelView model, ObjectType object) {
    this(model, object, null);
  }

  /// @param referring what `$Record` is a record of
  public FieldPaths(ModelView model, ObjectType object, @Nullable ObjectType referring) {
    this.model = model;
    this.object = object;
    this.referring = referring;
  }

  public List<FieldReference> references() {
    return List.copyOf(references);
  }

  /// One field of the object itself.
  ///
  /// @param drop what can be taken out when the field goes
  public void field(String name, String path, @Nullable String drop) {
    steps(object, List.of(name), path, drop);
  }

  /// Names, paths over lookups, sort words (`-due`): each item can be taken out of the list.
  public void list(List<String> words, String path) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).startsWith("-") ? words.get(i).substring(1) : words.get(i);
      String item = path + "." + i;
      steps(object, List.of(word.split("\\.", -1)), item, item);
    }
  }

  /// A formula over the object.
  public void formula(String source, String path) {
    expression(Parser.parse(source).expression(), path);
  }

  private void expression(Expr expression, String path) {
    if (expression instanceof Expr.Path names) {
      List<String> steps = names.parts().stream().map(Expr.Path.Part::name).toList();
      if (steps.getFirst().equalsIgnoreCase(USER)) {
        ObjectType user = model.find(ObjectKind.KIND, FieldType.User.OBJECT);
        steps(user, steps.subList(1, steps.size()), path, null);
      } else if (steps.getFirst().equalsIgnoreCase(RECORD)) {
        steps(referring, steps.subList(1, steps.size()), path, null);
      } else {
        steps(object, steps, path, null);
      }
    }
    expression.children().forEach(child -> expression(child, path));
  }

  private void steps(
      @Nullable ObjectType start, List<String> names, String path, @Nullable String drop) {
    ObjectType at = start;
    for (String name : names) {
      Field field = at == null ? null : find(at, name);
      if (at == null || field == null) {
        return; // an option code in a formula, or nothing that a checked definition has
      }
      references.add(new FieldReference(at.name(), field.name(), path, drop));
      at = ObjectFields.targetOf(model, field);
    }
  }

  /// Formulas may say a field's label where it is clear.
  private @Nullable Field find(ObjectType owner, String name) {
    Field found = ObjectFields.find(model, owner, name);
    if (found != null) {
      return found;
    }
    List<Field> labelled =
        ObjectFields.of(model, owner).stream()
            .filter(field -> field.active() && field.label().texts().containsValue(name))
            .toList();
    return labelled.size() == 1 ? labelled.getFirst() : null;
  }
}
