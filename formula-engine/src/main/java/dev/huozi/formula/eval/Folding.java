package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.function.Volatility;
import dev.huozi.formula.value.EvaluationContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Computes what is constant before anything runs: `24 * 60`, `DATE(2024, 1, 1)`. What fails stays
/// as it is and fails where it stands, if it is reached.
public final class Folding {
  /// Longer texts are computed when they are needed, rather than kept.
  private static final int LONGEST = 1_000;

  private Folding() {}

  public static TypedExpr fold(TypedExpr expression) {
    return fold(
        expression, EvaluationContext.of(Instant.EPOCH, ZoneOffset.UTC), Volatility.IMMUTABLE);
  }

  /// Computes also what depends on the surroundings, up to `volatility`.
  public static TypedExpr fold(
      TypedExpr expression, EvaluationContext context, Volatility volatility) {
    return switch (expression) {
      case TypedExpr.Arithmetic e ->
          compute(
              new TypedExpr.Arithmetic(
                  e.operator(),
                  fold(e.left(), context, volatility),
                  fold(e.right(), context, volatility),
                  e.type(),
                  e.span()),
              context);
      case TypedExpr.Negate e ->
          compute(
              new TypedExpr.Negate(fold(e.operand(), context, volatility), e.type(), e.span()),
              context);
      case TypedExpr.Call e -> {
        TypedExpr.Call call =
            new TypedExpr.Call(
                e.function(),
                e.signature(),
                all(e.arguments(), context, volatility),
                e.type(),
                e.span());
        yield e.function().volatility(e.signature()).compareTo(volatility) <= 0
            ? compute(call, context)
            : call;
      }
      case TypedExpr.Concat e ->
          new TypedExpr.Concat(all(e.parts(), context, volatility), e.span());
      case TypedExpr.Compare e ->
          new TypedExpr.Compare(
              e.operator(),
              fold(e.left(), context, volatility),
              fold(e.right(), context, volatility),
              e.span());
      case TypedExpr.And e -> new TypedExpr.And(all(e.conditions(), context, volatility), e.span());
      case TypedExpr.Or e -> new TypedExpr.Or(all(e.conditions(), context, volatility), e.span());
      case TypedExpr.Not e -> new TypedExpr.Not(fold(e.condition(), context, volatility), e.span());
      case TypedExpr.If e ->
          new TypedExpr.If(
              branches(e.branches(), context, volatility),
              fold(e.otherwise(), context, volatility),
              e.type(),
              e.span());
      case TypedExpr.Case e ->
          new TypedExpr.Case(
              fold(e.subject(), context, volatility),
              branches(e.branches(), context, volatility),
              fold(e.otherwise(), context, volatility),
              e.type(),
              e.span());
      case TypedExpr.IsBlank e ->
          new TypedExpr.IsBlank(fold(e.operand(), context, volatility), e.neverForText(), e.span());
      case TypedExpr.BlankValue e ->
          new TypedExpr.BlankValue(
              fold(e.operand(), context, volatility),
              fold(e.fallback(), context, volatility),
              e.neverForText(),
              e.type(),
              e.span());
      case TypedExpr.IfError e ->
          new TypedExpr.IfError(
              fold(e.operand(), context, volatility),
              fold(e.fallback(), context, volatility),
              e.type(),
              e.span());
      case TypedExpr.In e ->
          new TypedExpr.In(
              fold(e.operand(), context, volatility),
              all(e.options(), context, volatility),
              e.span());
      case TypedExpr.Includes e ->
          new TypedExpr.Includes(fold(e.operand(), context, volatility), e.code(), e.span());
      case TypedExpr.Literal _, TypedExpr.Field _, TypedExpr.WriteTest _ -> expression;
    };
  }

  private static List<TypedExpr> all(
      List<TypedExpr> parts, EvaluationContext context, Volatility volatility) {
    List<TypedExpr> folded = new ArrayList<>(parts.size());
    for (TypedExpr part : parts) {
      folded.add(fold(part, context, volatility));
    }
    return folded;
  }

  private static List<TypedExpr.Branch> branches(
      List<TypedExpr.Branch> branches, EvaluationContext context, Volatility volatility) {
    List<TypedExpr.Branch> folded = new ArrayList<>(branches.size());
    for (TypedExpr.Branch branch : branches) {
      folded.add(
          new TypedExpr.Branch(
              fold(branch.test(), context, volatility), fold(branch.value(), context, volatility)));
    }
    return folded;
  }

  private static TypedExpr compute(TypedExpr expression, EvaluationContext context) {
    if (!expression.children().stream().allMatch(TypedExpr.Literal.class::isInstance)) {
      return expression;
    }
    Object value =
        new Interpreter(expression, new Structure(expression)).run(new Object[0], context);
    boolean tooLong = value instanceof String text && text.length() > LONGEST;
    return value instanceof SiteError || tooLong
        ? expression
        : new TypedExpr.Literal(value, expression.type(), expression.span());
  }
}
