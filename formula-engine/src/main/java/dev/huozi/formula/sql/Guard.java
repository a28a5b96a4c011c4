package dev.huozi.formula.sql;

import dev.huozi.formula.type.Family;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Gives names to values, so that the text of each stands once however often it is used: what can
/// fail is looked at before it is used.
///
/// ```
/// (select case when "v1" = 'NaN' then 'NaN' else huozi.hz_floor("v1") end
///   from (select huozi.hz_divide(a, b) as "v1" offset 0) as "t2")
/// ```
final class Guard {
  private int names;

  /// A value that an operation needs.
  record Operand(SqlFragment value, Family family, boolean canFail) {}

  /// The operation, or an error when one of its operands is one.
  SqlFragment over(
      List<Operand> operands, Family result, Function<List<SqlFragment>, SqlFragment> operation) {
    List<SqlFragment> named = new ArrayList<>();
    List<SqlFragment> checked = new ArrayList<>();
    List<Family> families = new ArrayList<>();
    List<SqlFragment> values = new ArrayList<>();
    for (Operand operand : operands) {
      SqlFragment name = operand.canFail() ? name() : operand.value();
      values.add(name);
      if (operand.canFail()) {
        named.add(operand.value().then(" as ").then(name));
        checked.add(name);
        families.add(operand.family());
      }
    }
    if (named.isEmpty()) {
      return operation.apply(values);
    }
    return from(
        named,
        SqlFragment.of("case when ")
            .then(SqlMarker.anyError(checked, families))
            .then(" then ")
            .then(SqlMarker.of(result))
            .then(" else ")
            .then(operation.apply(values))
            .then(" end"));
  }

  /// Uses a value several times by its name.
  SqlFragment named(SqlFragment value, Function<SqlFragment, SqlFragment> use) {
    SqlFragment name = name();
    return from(List.of(value.then(" as ").then(name)), use.apply(name));
  }

  /// Without `offset 0` the planner would put the values back in place of their names.
  private SqlFragment from(List<SqlFragment> named, SqlFragment result) {
    return SqlFragment.of("(select ")
        .then(result)
        .then(" from (select ")
        .then(SqlFragment.join(", ", named))
        .then(" offset 0) as ")
        .then(name())
        .then(")");
  }

  private SqlFragment name() {
    return SqlFragment.identifier(new SqlIdentifier("v" + ++names));
  }
}
