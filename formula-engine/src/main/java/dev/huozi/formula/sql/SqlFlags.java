package dev.huozi.formula.sql;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.type.Family;
import dev.huozi.platform.sql.SqlFragment;
import java.util.List;

/// Conditions as numbers: 1 true, 0 false, null blank, 2 error. For those that can fail.
final class SqlFlags {
  private final SqlParts parts;

  SqlFlags(SqlParts parts) {
    this.parts = parts;
  }

  SqlFragment flag(TypedExpr expression) {
    if (!parts.canFail(expression)) {
      return SqlFragment.of("(").then(parts.conditions().exact(expression)).then(")::int");
    }
    return switch (expression) {
      case TypedExpr.Field field -> parts.columns().column(field.path());
      case TypedExpr.And and -> joined(and.conditions(), false);
      case TypedExpr.Or or -> joined(or.conditions(), true);
      case TypedExpr.Not not ->
          SqlFragment.of("(case ")
              .then(flag(not.condition()))
              .then(" when 2 then 2 when 1 then 0 when 0 then 1 end)");
      case TypedExpr.Compare compare -> compare(compare);
      case TypedExpr.In in -> in(in);
      case TypedExpr.IsBlank blank -> isBlank(blank);
      case TypedExpr.If choice -> parts.choices().conditional(choice, Family.BOOLEAN, this::flag);
      case TypedExpr.Case choice -> parts.choices().cases(choice, Family.BOOLEAN, this::flag);
      case TypedExpr.BlankValue fallback ->
          parts.choices().firstNotBlank(flag(fallback.operand()), flag(fallback.fallback()));
      case TypedExpr.IfError fallback -> ifError(fallback);
      case TypedExpr.Call call -> parts.values().calls().flag(call);
      case TypedExpr.Includes _,
          TypedExpr.Literal _,
          TypedExpr.WriteTest _,
          TypedExpr.Arithmetic _,
          TypedExpr.Negate _,
          TypedExpr.Concat _ ->
          throw new IllegalArgumentException(
              "Expression (%s) is no condition that can fail.".formatted(expression));
    };
  }

  SqlFragment ifError(TypedExpr.IfError fallback) {
    return parts
        .choices()
        .ifError(flag(fallback.operand()), flag(fallback.fallback()), Family.BOOLEAN);
  }

  /// Stops at the first condition that decides, and at an error before it.
  private SqlFragment joined(List<TypedExpr> conditions, boolean deciding) {
    SqlFragment rest = SqlFragment.of("coalesce(").then(flag(conditions.getLast())).then(", 0)");
    for (TypedExpr condition : conditions.subList(0, conditions.size() - 1).reversed()) {
      SqlFragment opened = SqlFragment.of("(case coalesce(").then(flag(condition));
      rest =
          (deciding
                  ? opened.then(", 0) when 2 then 2 when 1 then 1 else ")
                  : opened.then(", 0) when 2 then 2 when 0 then 0 else "))
              .then(rest)
              .then(" end)");
    }
    return rest;
  }

  private SqlFragment compare(TypedExpr.Compare compare) {
    Family left = compare.left().type().family();
    Family family = left == Family.NULL ? compare.right().type().family() : left;
    if (family == Family.NULL) {
      return nulls(compare);
    }
    List<Guard.Operand> operands =
        family == Family.BOOLEAN
            ? List.of(number(compare.left()), number(compare.right()))
            : List.of(
                parts.operand(compare.left(), family), parts.operand(compare.right(), family));
    return parts
        .guard()
        .over(
            operands,
            Family.BOOLEAN,
            values ->
                parts
                    .conditions()
                    .compared(compare.operator(), values.getFirst(), values.getLast(), family)
                    .then("::int"));
  }

  /// Two nulls, of which one can fail: blank if it does not.
  private SqlFragment nulls(TypedExpr.Compare compare) {
    return parts
        .guard()
        .over(
            List.of(
                parts.operand(compare.left(), Family.TEXT),
                parts.operand(compare.right(), Family.TEXT)),
            Family.BOOLEAN,
            _ -> SqlFragment.of("null::int"));
  }

  private Guard.Operand number(TypedExpr condition) {
    return new Guard.Operand(flag(condition), Family.BOOLEAN, parts.canFail(condition));
  }

  /// Options are looked at in their order, up to the one that is equal; none for a blank.
  private SqlFragment in(TypedExpr.In in) {
    Family family = in.operand().type().family();
    if (family == Family.NULL) {
      return SqlFragment.of("0");
    }
    Guard.Operand operand =
        family == Family.BOOLEAN ? number(in.operand()) : parts.operand(in.operand(), family);
    return parts
        .guard()
        .over(
            List.of(new Guard.Operand(operand.value(), family, true)),
            Family.BOOLEAN,
            values ->
                SqlFragment.of("case when ")
                    .then(values.getFirst())
                    .then(" is null then 0 else ")
                    .then(options(in.options(), values.getFirst(), family))
                    .then(" end"));
  }

  private SqlFragment options(List<TypedExpr> options, SqlFragment operand, Family family) {
    SqlFragment rest = SqlFragment.of("0");
    for (TypedExpr option : options.reversed()) {
      Guard.Operand each =
          family == Family.BOOLEAN ? number(option) : parts.operand(option, family);
      SqlFragment equal =
          parts
              .guard()
              .over(
                  List.of(each),
                  Family.BOOLEAN,
                  values ->
                      SqlFragment.of("(")
                          .then(operand)
                          .then(" = ")
                          .then(values.getFirst())
                          .then(")::int"));
      rest =
          SqlFragment.of("case coalesce(")
              .then(equal)
              .then(", 0) when 2 then 2 when 1 then 1 else ")
              .then(rest)
              .then(" end");
    }
    return rest;
  }

  private SqlFragment isBlank(TypedExpr.IsBlank blank) {
    Family family = SqlParts.family(blank.operand());
    boolean never = blank.neverForText() && family == Family.TEXT;
    return parts
        .guard()
        .over(
            List.of(parts.operand(blank.operand(), family)),
            Family.BOOLEAN,
            values ->
                never
                    ? SqlFragment.of("0")
                    : SqlFragment.of("(").then(values.getFirst()).then(" is null)::int"));
  }
}
