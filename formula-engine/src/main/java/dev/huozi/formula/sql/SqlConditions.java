package dev.huozi.formula.sql;

import dev.huozi.formula.check.ComparisonOperator;
import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.type.Family;
import dev.huozi.platform.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions. Each exists in two forms: *loose*, where false and null may stand for each other
/// (under WHERE, AND, OR, a WHEN), so that indexes serve it; and *exact*, with the JVM's three
/// values (under NOT and `=`).
final class SqlConditions {
  private final SqlParts parts;
  private final SqlValues values;

  SqlConditions(SqlParts parts) {
    this.parts = parts;
    this.values = parts.values();
  }

  /// The loose form. An error is not true either; parts that cannot fail keep their plain form.
  SqlFragment condition(TypedExpr expression) {
    if (!parts.canFail(expression)) {
      return translate(expression, false);
    }
    if (expression instanceof TypedExpr.And and) {
      return joined(and.conditions(), true, false);
    }
    if (expression instanceof TypedExpr.Or or && onlyLastCanFail(or.conditions())) {
      return joined(or.conditions(), false, false);
    }
    return SqlFragment.of("(").then(parts.flags().flag(expression)).then(" = 1)");
  }

  private boolean onlyLastCanFail(List<TypedExpr> conditions) {
    return !parts.fallibility().anyCanFail(conditions.subList(0, conditions.size() - 1));
  }

  SqlFragment exact(TypedExpr expression) {
    return translate(expression, true);
  }

  private SqlFragment translate(TypedExpr expression, boolean exact) {
    return switch (expression) {
      case TypedExpr.Literal literal -> literal(literal);
      case TypedExpr.Field field -> field(field, exact);
      case TypedExpr.And and -> joined(and.conditions(), true, exact);
      case TypedExpr.Or or -> joined(or.conditions(), false, exact);
      case TypedExpr.Not not -> SqlFragment.of("(not ").then(exact(not.condition())).then(")");
      case TypedExpr.Compare compare -> compare(compare, exact);
      case TypedExpr.In in -> in(in, exact);
      case TypedExpr.IsBlank blank -> isBlank(blank);
      case TypedExpr.If choice ->
          parts.choices().conditional(choice, Family.BOOLEAN, each -> translate(each, exact));
      case TypedExpr.Case choice ->
          parts.choices().cases(choice, Family.BOOLEAN, each -> translate(each, exact));
      case TypedExpr.BlankValue fallback ->
          parts
              .choices()
              .firstNotBlank(exact(fallback.operand()), translate(fallback.fallback(), exact));
      case TypedExpr.IfError fallback ->
          parts.canFail(fallback.operand())
              ? SqlFragment.of("(").then(parts.flags().ifError(fallback)).then(" = 1)")
              : translate(fallback.operand(), exact);
      case TypedExpr.Includes includes -> includes(includes);
      case TypedExpr.Call call -> call(call);
      case TypedExpr.WriteTest test ->
          throw new NotSqlException(test.span(), "它判断的是变更。", "it looks at a change.");
      case TypedExpr.Arithmetic _, TypedExpr.Negate _, TypedExpr.Concat _ ->
          throw new IllegalArgumentException(
              "Expression (%s) is no condition.".formatted(expression));
    };
  }

  private static SqlFragment literal(TypedExpr.Literal literal) {
    if (literal.value() == null) {
      return SqlFragment.of("null::boolean");
    }
    return Boolean.TRUE.equals(literal.value()) ? SqlFragment.of("true") : SqlFragment.of("false");
  }

  private SqlFragment field(TypedExpr.Field field, boolean exact) {
    SqlFragment column = values.column(field);
    return exact ? SqlFragment.of("coalesce(").then(column).then(", false)") : column;
  }

  private SqlFragment joined(List<TypedExpr> conditions, boolean all, boolean exact) {
    List<SqlFragment> parts = conditions.stream().map(this::condition).toList();
    SqlFragment joined = all ? SqlFragment.join(" and ", parts) : SqlFragment.join(" or ", parts);
    SqlFragment grouped = SqlFragment.of("(").then(joined).then(")");
    return exact ? SqlFragment.of("(").then(grouped).then(" is true)") : grouped;
  }

  private SqlFragment compare(TypedExpr.Compare compare, boolean exact) {
    TypedExpr left = compare.left();
    TypedExpr right = compare.right();
    Family family =
        left.type().family() == Family.NULL ? right.type().family() : left.type().family();
    return switch (family) {
      case TEXT, PICKLIST, REFERENCE ->
          compare.operator().isEquality() ? equality(compare, family, exact) : textOrder(compare);
      case BOOLEAN -> plain(compare.operator(), exact(left), exact(right));
      case NUMERIC, DATE, DATETIME, TIME ->
          plain(compare.operator(), values.value(left, family), values.value(right, family));
      case NULL -> SqlFragment.of("null::boolean");
      case MULTIPICKLIST, GEO ->
          throw new IllegalArgumentException(
              "Expression (%s) compares what cannot be compared.".formatted(compare));
    };
  }

  /// Two values whose blanks are null.
  SqlFragment compared(
      ComparisonOperator operator, SqlFragment left, SqlFragment right, Family family) {
    if (SqlChoices.isValue(family) && operator.isEquality()) {
      SqlFragment opened = SqlFragment.of("(").then(left);
      return (operator == ComparisonOperator.EQUAL
              ? opened.then(" is not distinct from ")
              : opened.then(" is distinct from "))
          .then(right)
          .then(")");
    }
    return plain(operator, family == Family.TEXT ? left.then(" collate \"C\"") : left, right);
  }

  private static SqlFragment plain(
      ComparisonOperator operator, SqlFragment left, SqlFragment right) {
    SqlFragment opened = SqlFragment.of("(").then(left);
    SqlFragment compared =
        switch (operator) {
          case EQUAL -> opened.then(" = ");
          case NOT_EQUAL -> opened.then(" <> ");
          case LESS -> opened.then(" < ");
          case LESS_OR_EQUAL -> opened.then(" <= ");
          case GREATER -> opened.then(" > ");
          case GREATER_OR_EQUAL -> opened.then(" >= ");
        };
    return compared.then(right).then(")");
  }

  /// Texts, codes, references: a blank is a value like others. Beside a constant the plain operator
  /// does where false and null are the same.
  private SqlFragment equality(TypedExpr.Compare compare, Family family, boolean exact) {
    boolean equal = compare.operator() == ComparisonOperator.EQUAL;
    TypedExpr constant =
        constant(compare.left())
            ? compare.left()
            : constant(compare.right()) ? compare.right() : null;
    TypedExpr other = constant == compare.left() ? compare.right() : compare.left();
    if (constant instanceof TypedExpr.Literal literal && literal.value() == null) {
      SqlFragment blank = values.isBlank(other);
      return equal ? blank : SqlFragment.of("(not ").then(blank).then(")");
    }
    if (constant != null && equal && !exact) {
      return plain(
          ComparisonOperator.EQUAL, values.value(other, family), values.value(constant, family));
    }
    SqlFragment left =
        constant == null
            ? values.blankAsNull(compare.left(), family)
            : values.value(compare.left(), family);
    SqlFragment right =
        constant == null
            ? values.blankAsNull(compare.right(), family)
            : values.value(compare.right(), family);
    SqlFragment opened = SqlFragment.of("(").then(left);
    return (equal ? opened.then(" is not distinct from ") : opened.then(" is distinct from "))
        .then(right)
        .then(")");
  }

  private boolean constant(TypedExpr expression) {
    return expression instanceof TypedExpr.Literal
        || expression instanceof TypedExpr.Field field && parts.columns().isKnown(field.path());
  }

  /// Order of texts by code point; a blank is not comparable.
  private SqlFragment textOrder(TypedExpr.Compare compare) {
    SqlFragment left = values.blankAsNull(compare.left(), Family.TEXT).then(" collate \"C\"");
    return plain(compare.operator(), left, values.blankAsNull(compare.right(), Family.TEXT));
  }

  private SqlFragment in(TypedExpr.In in, boolean exact) {
    Family family = in.operand().type().family();
    if (family == Family.NULL) {
      return SqlFragment.of("false");
    }
    List<SqlFragment> options = new ArrayList<>();
    for (TypedExpr option : in.options()) {
      if (!(option instanceof TypedExpr.Literal literal) || literal.value() != null) {
        options.add(family == Family.BOOLEAN ? exact(option) : values.blankAsNull(option, family));
      }
    }
    if (options.isEmpty()) {
      return SqlFragment.of("false");
    }
    SqlFragment operand =
        family == Family.BOOLEAN ? exact(in.operand()) : values.value(in.operand(), family);
    SqlFragment found =
        SqlFragment.of("(")
            .then(operand)
            .then(" in (")
            .then(SqlFragment.join(", ", options))
            .then("))");
    return exact ? SqlFragment.of("(").then(found).then(" is true)") : found;
  }

  private SqlFragment isBlank(TypedExpr.IsBlank blank) {
    TypedExpr operand = blank.operand();
    if (operand.type().family() == Family.BOOLEAN) {
      return operand instanceof TypedExpr.Field
          ? SqlFragment.of("false")
          : SqlFragment.of("(").then(exact(operand)).then(" is null)");
    }
    if (blank.neverForText() && operand.type().family() == Family.TEXT) {
      return SqlFragment.of("false");
    }
    return values.isBlank(operand);
  }

  private SqlFragment includes(TypedExpr.Includes includes) {
    SqlFragment array = values.value(includes.operand(), Family.MULTIPICKLIST);
    return SqlFragment.of("coalesce(?::text = any(", includes.code()).then(array).then("), false)");
  }

  private SqlFragment call(TypedExpr.Call call) {
    List<TypedExpr> arguments = call.arguments();
    return switch (call.function().name()) {
      case "CONTAINS" -> search(arguments.getFirst(), arguments.getLast(), false);
      case "BEGINS" -> search(arguments.getFirst(), arguments.getLast(), true);
      default -> values.calls().value(call);
    };
  }

  /// A blank pattern is found everywhere, even in a blank; in a blank text nothing else can be said
  /// to be found or not.
  private SqlFragment search(TypedExpr text, TypedExpr pattern, boolean atStart) {
    SqlFragment searched = values.blankAsNull(text, Family.TEXT);
    @Nullable Object known = pattern instanceof TypedExpr.Literal literal ? literal.value() : null;
    if (pattern instanceof TypedExpr.Literal && known == null) {
      return SqlFragment.of("true");
    }
    SqlFragment wanted = values.value(pattern, Family.TEXT);
    SqlFragment found =
        atStart
            ? SqlFragment.of("starts_with(").then(searched).then(", ").then(wanted).then(")")
            : SqlFragment.of("(position(").then(wanted).then(" in ").then(searched).then(") > 0)");
    if (known != null) {
      return found;
    }
    return SqlFragment.of("(case when ")
        .then(values.isBlank(pattern))
        .then(" then true else ")
        .then(found)
        .then(" end)");
  }
}
