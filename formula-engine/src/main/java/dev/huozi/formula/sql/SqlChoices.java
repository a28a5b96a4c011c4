package dev.huozi.formula.sql;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.type.Family;
import dev.huozi.platform.sql.SqlFragment;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What evaluates only the branch it takes: IF, CASE, IFERROR. Values, conditions and numbered
/// conditions share it; `part` writes a branch.
final class SqlChoices {
  private final SqlParts parts;

  SqlChoices(SqlParts parts) {
    this.parts = parts;
  }

  SqlFragment conditional(
      TypedExpr.If choice, Family family, Function<TypedExpr, SqlFragment> part) {
    SqlFragment otherwise = part.apply(choice.otherwise());
    for (TypedExpr.Branch branch : choice.branches().reversed()) {
      SqlFragment value = part.apply(branch.value());
      otherwise =
          parts.canFail(branch.test())
              ? fallible(branch.test(), value, otherwise, family)
              : SqlFragment.of("(case when ")
                  .then(parts.conditions().condition(branch.test()))
                  .then(" then ")
                  .then(value)
                  .then(" else ")
                  .then(otherwise)
                  .then(" end)");
    }
    return otherwise;
  }

  private SqlFragment fallible(
      TypedExpr test, SqlFragment value, SqlFragment otherwise, Family family) {
    return SqlFragment.of("(case coalesce(")
        .then(parts.flags().flag(test))
        .then(", 0) when 2 then ")
        .then(SqlMarker.of(family))
        .then(" when 1 then ")
        .then(value)
        .then(" else ")
        .then(otherwise)
        .then(" end)");
  }

  /// A blank subject equals a blank test where blanks are values; elsewhere nothing.
  SqlFragment cases(TypedExpr.Case choice, Family family, Function<TypedExpr, SqlFragment> part) {
    Family subject = family(choice);
    Guard.Operand operand = parts.operand(choice.subject(), subject);
    if (choice.subject() instanceof TypedExpr.Field && !operand.canFail()) {
      return chain(choice, operand.value(), subject, family, part);
    }
    return parts
        .guard()
        .named(
            operand.value(),
            name -> {
              SqlFragment chain = chain(choice, name, subject, family, part);
              return operand.canFail()
                  ? SqlFragment.of("case when ")
                      .then(SqlMarker.isError(name, subject))
                      .then(" then ")
                      .then(SqlMarker.of(family))
                      .then(" else ")
                      .then(chain)
                      .then(" end")
                  : chain;
            });
  }

  private static Family family(TypedExpr.Case choice) {
    return Stream.concat(
            Stream.of(choice.subject()), choice.branches().stream().map(TypedExpr.Branch::test))
        .map(part -> part.type().family())
        .filter(family -> family != Family.NULL)
        .findFirst()
        .orElse(Family.NULL);
  }

  private SqlFragment chain(
      TypedExpr.Case choice,
      SqlFragment subject,
      Family subjectFamily,
      Family family,
      Function<TypedExpr, SqlFragment> part) {
    SqlFragment otherwise = part.apply(choice.otherwise());
    for (TypedExpr.Branch branch : choice.branches().reversed()) {
      Guard.Operand test = parts.operand(branch.test(), subjectFamily);
      SqlFragment value = part.apply(branch.value());
      SqlFragment rest = otherwise;
      otherwise =
          test.canFail()
              ? parts
                  .guard()
                  .named(
                      test.value(),
                      name ->
                          SqlFragment.of("case when ")
                              .then(reached(subject, name, subjectFamily))
                              .then(" then ")
                              .then(SqlMarker.of(family))
                              .then(branch(subject, name, subjectFamily, value, rest)))
              : SqlFragment.of("(case")
                  .then(branch(subject, test.value(), subjectFamily, value, rest))
                  .then(")");
    }
    return otherwise;
  }

  /// Whether a test that is an error is looked at.
  private static SqlFragment reached(SqlFragment subject, SqlFragment test, Family family) {
    SqlFragment error = SqlMarker.isError(test, family);
    return isValue(family) ? error : error.then(" and ").then(subject).then(" is not null");
  }

  private static SqlFragment branch(
      SqlFragment subject, SqlFragment test, Family family, SqlFragment value, SqlFragment rest) {
    SqlFragment opened = SqlFragment.of(" when ").then(subject);
    SqlFragment compared =
        isValue(family) ? opened.then(" is not distinct from ") : opened.then(" = ");
    return compared.then(test).then(" then ").then(value).then(" else ").then(rest).then(" end");
  }

  static boolean isValue(Family family) {
    return family == Family.TEXT || family == Family.PICKLIST || family == Family.REFERENCE;
  }

  /// @param operand can fail
  SqlFragment ifError(SqlFragment operand, SqlFragment fallback, Family family) {
    return parts
        .guard()
        .named(
            operand,
            name ->
                SqlFragment.of("case when ")
                    .then(SqlMarker.isError(name, family))
                    .then(" then ")
                    .then(fallback)
                    .then(" else ")
                    .then(name)
                    .then(" end"));
  }

  SqlFragment firstNotBlank(SqlFragment operand, SqlFragment fallback) {
    return SqlFragment.of("coalesce(")
        .then(SqlFragment.join(", ", List.of(operand, fallback)))
        .then(")");
  }
}
