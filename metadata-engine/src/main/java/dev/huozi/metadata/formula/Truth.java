package dev.huozi.metadata.formula;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.ComparisonOperator;
import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.eval.CompiledFormula;
import dev.huozi.formula.function.Volatility;
import dev.huozi.formula.value.EvaluationContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is known about a condition before any record is seen. Finds the plain cases: constants, a
/// condition beside its opposite, ranges that exclude each other, blanks that cannot be.
public final class Truth {
  private final CheckedFormula formula;
  private final Predicate<String> filled;

  private Truth(CheckedFormula formula, Predicate<String> filled) {
    this.formula = formula;
    this.filled = filled;
  }

  /// True or false where every record gives that answer, null where it depends.
  ///
  /// @param filled whether a field, by its path, can never be blank
  public static @Nullable Boolean of(CheckedFormula formula, Predicate<String> filled) {
    return new Truth(formula, filled).of(formula.expression());
  }

  private @Nullable Boolean of(TypedExpr expression) {
    return switch (expression) {
      case TypedExpr.And and -> allOf(and.conditions());
      case TypedExpr.Or or -> anyOf(or.conditions());
      case TypedExpr.Not not -> {
        Boolean inner = isConstant(not) ? null : of(not.condition());
        yield inner == null ? constant(not) : Boolean.valueOf(!inner);
      }
      case TypedExpr.IsBlank blank
          when blank.operand() instanceof TypedExpr.Field field
              && !blank.neverForText()
              && filled.test(field.path().dotted()) ->
          Boolean.FALSE;
      default -> constant(expression);
    };
  }

  private @Nullable Boolean allOf(List<TypedExpr> conditions) {
    List<@Nullable Boolean> parts = new ArrayList<>();
    conditions.forEach(one -> parts.add(of(one)));
    if (parts.contains(Boolean.FALSE) || opposed(conditions) || excluding(conditions)) {
      return Boolean.FALSE;
    }
    return parts.contains(null) ? null : Boolean.TRUE;
  }

  private @Nullable Boolean anyOf(List<TypedExpr> conditions) {
    List<@Nullable Boolean> parts = new ArrayList<>();
    conditions.forEach(one -> parts.add(of(one)));
    if (parts.contains(Boolean.TRUE) || opposed(conditions)) {
      return Boolean.TRUE;
    }
    return parts.contains(null) ? null : Boolean.FALSE;
  }

  /// One of the conditions is the denial of another. Only of those that are never blank: the denial
  /// of a blank is a blank.
  private static boolean opposed(List<TypedExpr> conditions) {
    Set<String> plain = conditions.stream().map(TypedExpr::toString).collect(Collectors.toSet());
    return conditions.stream()
        .anyMatch(one ->
            one instanceof TypedExpr.Not not
                && isTwoValued(not.condition())
                && plain.contains(not.condition().toString()));
  }

  private static boolean isTwoValued(TypedExpr condition) {
    return switch (condition) {
      case TypedExpr.IsBlank _, TypedExpr.WriteTest _ -> true;
      case TypedExpr.Field field -> field.whenBlank() != null;
      default -> false;
    };
  }

  /// Comparisons of one operand with constants that no value satisfies together.
  private static boolean excluding(List<TypedExpr> conditions) {
    List<Bound> bounds = new ArrayList<>();
    conditions.forEach(one -> add(one, bounds));
    for (Bound one : bounds) {
      for (Bound other : bounds) {
        if (one.excludes(other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void add(TypedExpr condition, List<Bound> bounds) {
    switch (condition) {
      case TypedExpr.And and -> and.conditions().forEach(one -> add(one, bounds));
      case TypedExpr.Compare compare
          when compare.right() instanceof TypedExpr.Literal literal && literal.value() != null ->
          bounds.add(new Bound(compare.left().toString(), compare.operator(), literal.value()));
      case TypedExpr.Compare compare
          when compare.left() instanceof TypedExpr.Literal literal && literal.value() != null ->
          bounds.add(
              new Bound(
                  compare.right().toString(), compare.operator().mirrored(), literal.value()));
      default -> {}
    }
  }

  /// `operand < value`.
  private record Bound(String operand, ComparisonOperator operator, Object value) {
    boolean excludes(Bound other) {
      if (!operand.equals(other.operand)) {
        return false;
      }
      int order = compare(value, other.value);
      return switch (operator) {
        case EQUAL ->
            switch (other.operator) {
              case EQUAL -> order != 0;
              case NOT_EQUAL -> order == 0;
              case LESS -> order >= 0;
              case LESS_OR_EQUAL -> order > 0;
              case GREATER -> order <= 0;
              case GREATER_OR_EQUAL -> order < 0;
            };
        case GREATER ->
            (other.operator == ComparisonOperator.LESS
                    || other.operator == ComparisonOperator.LESS_OR_EQUAL)
                && order >= 0;
        case GREATER_OR_EQUAL ->
            other.operator == ComparisonOperator.LESS && order >= 0
                || other.operator == ComparisonOperator.LESS_OR_EQUAL && order > 0;
        case NOT_EQUAL, LESS, LESS_OR_EQUAL -> false;
      };
    }

    /// Values of one operand are of one type.
    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
      return one instanceof Comparable<?> left && one.getClass() == other.getClass()
          ? ((Comparable<Object>) left).compareTo(other)
          : 0;
    }
  }

  private @Nullable Boolean constant(TypedExpr expression) {
    if (!isConstant(expression)) {
      return null;
    }
    CheckedFormula alone =
        new CheckedFormula(formula.source(), expression, List.of(), formula.blankMode());
    Object value =
        CompiledFormula.of(alone)
            .evaluate(new Object[0], EvaluationContext.of(Instant.EPOCH, ZoneOffset.UTC));
    return value instanceof Boolean flag && flag;
  }

  private static boolean isConstant(TypedExpr expression) {
    if (expression instanceof TypedExpr.Field || expression instanceof TypedExpr.WriteTest) {
      return false;
    }
    if (expression instanceof TypedExpr.Call call
        && call.function().volatility(call.signature()) != Volatility.IMMUTABLE) {
      return false;
    }
    return expression.children().stream().allMatch(Truth::isConstant);
  }
}
