package dev.huozi.formula.sql;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.type.Family;
import dev.huozi.platform.sql.SqlFragment;

/// The writers of one translation, which need each other.
final class SqlParts {
  private final ColumnResolver columns;
  private final Fallibility fallibility;
  private final Guard guard = new Guard();
  private final SqlValues values;
  private final SqlConditions conditions;
  private final SqlFlags flags;
  private final SqlChoices choices;

  SqlParts(ColumnResolver columns, String zone) {
    this.columns = columns;
    this.fallibility = new Fallibility(columns);
    this.choices = new SqlChoices(this);
    this.values = new SqlValues(this, new SqlCalls(this, zone));
    this.conditions = new SqlConditions(this);
    this.flags = new SqlFlags(this);
  }

  ColumnResolver columns() {
    return columns;
  }

  Fallibility fallibility() {
    return fallibility;
  }

  Guard guard() {
    return guard;
  }

  SqlValues values() {
    return values;
  }

  SqlConditions conditions() {
    return conditions;
  }

  SqlFlags flags() {
    return flags;
  }

  SqlChoices choices() {
    return choices;
  }

  boolean canFail(TypedExpr expression) {
    return fallibility.canFail(expression);
  }

  /// What a value is written as: a null that stands for itself as text.
  static Family family(TypedExpr expression) {
    Family family = expression.type().family();
    return family == Family.NULL ? Family.TEXT : family;
  }

  /// A value with its blanks as null; a condition that can fail as a number.
  Guard.Operand operand(TypedExpr expression, Family family) {
    boolean canFail = canFail(expression);
    SqlFragment value;
    if (family == Family.BOOLEAN) {
      value = canFail ? flags.flag(expression) : conditions.exact(expression);
    } else {
      value = values.blankAsNull(expression, family);
    }
    return new Guard.Operand(value, family, canFail);
  }
}
