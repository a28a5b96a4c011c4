package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.function.BlankRule;
import dev.huozi.formula.function.Kernel;
import dev.huozi.formula.type.Family;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be said about an expression without running it.
final class Traits {
  private Traits() {}

  /// Whether it may have no value; errors aside.
  static boolean maybeBlank(TypedExpr expression) {
    return switch (expression) {
      case TypedExpr.Literal literal -> literal.value() == null;
      case TypedExpr.Field field -> field.whenBlank() == null;
      case TypedExpr.Arithmetic arithmetic ->
          maybeBlank(arithmetic.left()) || maybeBlank(arithmetic.right());
      case TypedExpr.Negate negate -> maybeBlank(negate.operand());
      case TypedExpr.Concat concat -> concat.parts().stream().allMatch(Traits::maybeBlank);
      case TypedExpr.Compare compare -> comparisonMaybeBlank(compare);
      case TypedExpr.And _,
          TypedExpr.Or _,
          TypedExpr.IsBlank _,
          TypedExpr.In _,
          TypedExpr.Includes _,
          TypedExpr.WriteTest _ ->
          false;
      case TypedExpr.Not not -> maybeBlank(not.condition());
      case TypedExpr.If choice -> anyMaybeBlank(choice.branches(), choice.otherwise());
      case TypedExpr.Case choice -> anyMaybeBlank(choice.branches(), choice.otherwise());
      case TypedExpr.BlankValue fallback ->
          fallback.neverForText() && fallback.type().family() == Family.TEXT
              ? maybeBlank(fallback.operand())
              : maybeBlank(fallback.operand()) && maybeBlank(fallback.fallback());
      case TypedExpr.IfError fallback ->
          maybeBlank(fallback.operand()) || maybeBlank(fallback.fallback());
      case TypedExpr.Call call -> callMaybeBlank(call);
    };
  }

  private static boolean anyMaybeBlank(List<TypedExpr.Branch> branches, TypedExpr otherwise) {
    return maybeBlank(otherwise)
        || branches.stream().anyMatch(branch -> maybeBlank(branch.value()));
  }

  private static boolean comparisonMaybeBlank(TypedExpr.Compare compare) {
    return !isNullSafe(compare) && (maybeBlank(compare.left()) || maybeBlank(compare.right()));
  }

  /// Whether blanks are values like others in this comparison.
  static boolean isNullSafe(TypedExpr.Compare compare) {
    return compare.operator().isEquality()
        && switch (family(compare)) {
          case TEXT, PICKLIST, REFERENCE -> true;
          case NUMERIC, BOOLEAN, DATE, DATETIME, TIME, MULTIPICKLIST, GEO, NULL -> false;
        };
  }

  /// The family of both sides.
  static Family family(TypedExpr.Compare compare) {
    Family left = compare.left().type().family();
    return left == Family.NULL ? compare.right().type().family() : left;
  }

  private static boolean callMaybeBlank(TypedExpr.Call call) {
    return switch (call.signature().blanks()) {
      case PROPAGATE ->
          call.signature().kernel() != null && kernel(call).type().returnType() == String.class
              || call.arguments().stream().anyMatch(Traits::maybeBlank);
      case KERNEL -> true;
      case NEVER_BLANK -> kernel(call).type().returnType() == String.class;
    };
  }

  static Kernel kernel(TypedExpr.Call call) {
    Kernel kernel = call.signature().kernel();
    if (kernel == null) {
      throw new IllegalArgumentException(
          "Function (%s) has no kernel.\nMaybe it lacks its special form."
              .formatted(call.function().name()));
    }
    return kernel;
  }

  /// Whether evaluating it can fail. Fields can: an input may be another formula's error.
  static boolean canFail(TypedExpr expression) {
    return !(expression instanceof TypedExpr.Literal);
  }

  /// Whether the kernel sees values only.
  static boolean propagates(TypedExpr.Call call) {
    return call.signature().blanks() == BlankRule.PROPAGATE;
  }

  static @Nullable BigDecimal number(TypedExpr expression) {
    return expression instanceof TypedExpr.Literal literal
            && literal.value() instanceof BigDecimal number
        ? number
        : null;
  }
}
