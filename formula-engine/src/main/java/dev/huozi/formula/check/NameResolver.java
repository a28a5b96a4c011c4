package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.Fix;
import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.syntax.Expr;
import dev.huozi.formula.syntax.ExprPrinter;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out what names stand for.
final class NameResolver {
  private final CheckSession session;

  NameResolver(CheckSession session) {
    this.session = session;
  }

  /// The value of a field, or a clock root; null after a report.
  @Nullable TypedExpr value(Expr.Path path) {
    TypedExpr clock = clock(path);
    if (clock != null) {
      return clock;
    }
    FieldPath found = path(path);
    return found == null ? null : field(new CheckedFormula.Input.FieldValue(found), found, path);
  }

  /// Reads an input, with what a blank reads as.
  TypedExpr.Field field(CheckedFormula.Input input, FieldPath path, Expr at) {
    FormulaType type = path.type();
    Object whenBlank = null;
    if (type.family() == Family.BOOLEAN) {
      whenBlank = Boolean.FALSE;
    } else if (type.isNumeric() && session.options().blankMode() == BlankMode.ZERO) {
      whenBlank = BigDecimal.ZERO;
    }
    return new TypedExpr.Field(session.slot(input), path, type, whenBlank, at.span());
  }

  /// `$Today` and `$Now` are TODAY() and NOW().
  private @Nullable TypedExpr clock(Expr.Path path) {
    String name = path.parts().size() == 1 ? path.parts().getFirst().name() : "";
    String function =
        name.equalsIgnoreCase("$Today") ? "TODAY" : name.equalsIgnoreCase("$Now") ? "NOW" : null;
    FormulaFunction found = function == null ? null : session.functions().find(function);
    if (found == null) {
      return null;
    }
    var signature = found.signatures().getFirst();
    return new TypedExpr.Call(
        found, signature, List.of(), signature.result().of(List.of()), path.span());
  }

  @Nullable FieldPath path(Expr.Path path) {
    List<ScopedField> steps = new ArrayList<>();
    FieldScope scope = session.scope();
    for (Expr.Path.Part part : path.parts()) {
      if (!steps.isEmpty()) {
        FieldScope next = scope.follow(steps.getLast());
        if (next == null) {
          session.report(
              FormulaProblem.FORMULA_PATH_NOT_REFERENCE,
              path.parts().get(steps.size() - 1).span(),
              "name",
              steps.getLast().name(),
              "given",
              TypeNames.of(steps.getLast().type()),
              "next",
              part.name());
          return null;
        }
        scope = next;
      }
      ScopedField field = scope.find(part.name());
      if (field == null) {
        unknown(part, scope, steps.isEmpty());
        return null;
      }
      steps.add(field);
    }
    if (steps.size() > FieldPath.MAXIMUM_STEPS) {
      session.report(
          FormulaProblem.FORMULA_PATH_TOO_LONG,
          path.span(),
          "path",
          path.dotted(),
          "given",
          steps.size() - 1,
          "maximum",
          FieldPath.MAXIMUM_STEPS - 1);
      return null;
    }
    return new FieldPath(steps);
  }

  private void unknown(Expr.Path.Part part, FieldScope scope, boolean first) {
    FormulaFunction function = first ? session.functions().find(part.name()) : null;
    if (function != null) {
      session.reportWithFix(
          FormulaProblem.FORMULA_FUNCTION_WITHOUT_PARENTHESES,
          part.span(),
          Fixes.replace(part.span(), part.name() + "()"),
          "function",
          function.name());
      return;
    }
    String nearest =
        Suggestions.nearest(part.name(), scope.fields().stream().map(ScopedField::name).toList());
    Fix fix = nearest == null ? null : Fixes.replace(part.span(), ExprPrinter.name(nearest));
    session.reportWithFix(
        FormulaProblem.FORMULA_NAME_UNKNOWN,
        part.span(),
        fix,
        "name",
        part.name(),
        "object",
        scope.objectName(),
        "hint",
        Hints.didYouMean(nearest));
  }
}
