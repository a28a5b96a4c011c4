package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.Fix;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.FunctionRegistry;
import dev.huozi.formula.syntax.Expr;
import dev.huozi.formula.syntax.ExprPrinter;
import dev.huozi.formula.syntax.Hole;
import dev.huozi.formula.syntax.Parser;
import dev.huozi.platform.value.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Formulas as texts whose names can change. Stored, every field name is a hole with the field's
/// id, so that a rename needs no change of formulas; shown, holes carry the names of today.
/// Spacing, comments and spelling survive.
public final class FormulaText {
  private static final LocalizedText NO_TITLE = LocalizedText.EMPTY;

  private FormulaText() {}

  /// The stored form of a source that was checked in `scope`: `{12} > {14}.{7}` for `amount >
  /// account.limit`. Names that the scope does not know stay as they are.
  public static String store(String source, FieldScope scope) {
    List<Fix.Edit> edits = new ArrayList<>();
    eachPart(
        source,
        scope,
        (part, field) -> edits.add(new Fix.Edit(part.span(), "{" + field.id() + "}")));
    return new Fix(NO_TITLE, edits).applyTo(source);
  }

  /// The source of a stored formula.
  ///
  /// @param names gives the name of an id, null for a field that is gone
  public static String show(String stored, Function<String, @Nullable String> names) {
    List<Fix.Edit> edits = new ArrayList<>();
    for (Hole hole : Hole.find(stored)) {
      String name = names.apply(hole.id());
      edits.add(
          new Fix.Edit(
              hole.span(), name == null ? "[#" + hole.id() + "]" : ExprPrinter.name(name)));
    }
    return new Fix(NO_TITLE, edits).applyTo(stored);
  }

  /// The ids that a stored formula refers to, each once.
  public static List<String> references(String stored) {
    return Hole.find(stored).stream().map(Hole::id).distinct().toList();
  }

  /// The source in another language: functions by their name in it, fields by their label where the
  /// label is unmistakable (Chinese), or by their API name (English).
  public static String translate(String source, FieldScope scope, Locale locale) {
    boolean chinese = locale.getLanguage().equals("zh");
    List<Fix.Edit> edits = new ArrayList<>();
    eachPart(
        source,
        scope,
        (part, field) -> edits.add(new Fix.Edit(part.span(), name(part, field, locale))));
    walk(
        Parser.parse(source).expression(), expression -> translateCall(expression, chinese, edits));
    return new Fix(NO_TITLE, edits).applyTo(source);
  }

  private static void translateCall(Expr expression, boolean chinese, List<Fix.Edit> edits) {
    if (expression instanceof Expr.Call call) {
      FormulaFunction function = FunctionRegistry.standard().find(call.name());
      if (function != null) {
        String name =
            chinese && !function.aliases().isEmpty()
                ? function.aliases().getFirst()
                : function.name();
        edits.add(new Fix.Edit(call.nameSpan(), name));
      }
    }
  }

  /// How a field is written in a language: by its label where that is unmistakable (Chinese), or by
  /// its API name (English). A root such as `$User` has one name in all languages.
  public static String name(ScopedField field, FieldScope scope, Locale locale) {
    if (field.name().startsWith("$")) {
      return field.name();
    }
    boolean chinese = locale.getLanguage().equals("zh");
    String label = chinese ? field.label().find(Locale.CHINESE) : null;
    boolean unmistakable = label != null && !label.isBlank() && field.equals(scope.find(label));
    return ExprPrinter.name(unmistakable && label != null ? label : field.name());
  }

  private static String name(Expr.Path.Part part, Named field, Locale locale) {
    return part.name().startsWith("$") ? part.name() : name(field.field(), field.scope(), locale);
  }

  /// A field with the scope that it was found in.
  private record Named(ScopedField field, FieldScope scope) {
    private String id() {
      return field.id();
    }
  }

  @FunctionalInterface
  private interface PartVisitor {
    void visit(Expr.Path.Part part, Named field);
  }

  private static void eachPart(String source, FieldScope scope, PartVisitor visitor) {
    walk(
        Parser.parse(source).expression(),
        expression -> {
          if (expression instanceof Expr.Path path) {
            visitPath(path, scope, visitor);
          }
        });
  }

  private static void visitPath(Expr.Path path, FieldScope start, PartVisitor visitor) {
    FieldScope scope = start;
    for (Expr.Path.Part part : path.parts()) {
      ScopedField field = scope.find(part.name());
      if (field == null) {
        return;
      }
      visitor.visit(part, new Named(field, scope));
      FieldScope next = scope.follow(field);
      if (next == null) {
        return;
      }
      scope = next;
    }
  }

  private static void walk(Expr expression, java.util.function.Consumer<Expr> visitor) {
    visitor.accept(expression);
    expression.children().forEach(child -> walk(child, visitor));
  }
}
