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
  private final ColumnResolver columns;
  private final SqlValues values;

  SqlConditions(ColumnResolver columns) {
    this.columns = columns;
    this.values = new SqlValues(columns, this);
  }

  /// The loose form.
  SqlFragment condition(TypedExpr expression) {
    return translate(expression, false);
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
      case TypedExpr.If choice -> choice(choice, exact);
      case TypedExpr.Includes includes -> includes(includes);
      case TypedExpr.Call call -> call(call);
      case TypedExpr.WriteTest test ->
          throw new NotSqlException(test.span(), "它判断的是变更。", "it looks at a change.");
      case TypedExpr.Arithmetic _, TypedExpr.Negate _, TypedExpr.Concat _ ->
          throw new IllegalArgumentException(
              "Expression (%s) is no condition.".formatted(expression));
      case TypedExpr.Case _, TypedExpr.BlankValue _, TypedExpr.IfError _ ->
          throw new NotSqlException(
              expression.span(), "这种形式在筛选中还不支持。", "this form is not supported in filters yet.");
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
        || expression instanceof TypedExpr.Field field && columns.isKnown(field.path());
  }

  /// Order of texts by code point; a blank is not comparable.
  private SqlFragment textOrder(TypedExpr.Compare compare) {
    SqlFragment left = values.blankAsNull(compare.left(), Family.TEXT).then(" collate \"C\"");
    return plain(compare.operator(), left, values.blankAsNull(compare.right(), Family.TEXT));
  }

  private SqlFragment in(TypedExpr.In in, boolean exact) {
    Family family = in.operand().type().family();
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

  private SqlFragment choice(TypedExpr.If choice, boolean exact) {
    SqlFragment all = SqlFragment.of("(case");
    for (TypedExpr.Branch branch : choice.branches()) {
      all =
          all.then(" when ")
              .then(condition(branch.test()))
              .then(" then ")
              .then(translate(branch.value(), exact));
    }
    return all.then(" else ").then(translate(choice.otherwise(), exact)).then(" end)");
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
      default -> throw values.unsupported(call);
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
