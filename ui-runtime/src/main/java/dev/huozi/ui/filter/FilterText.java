package dev.huozi.ui.filter;

import dev.huozi.formula.check.FormulaText;
import dev.huozi.formula.syntax.BinaryOperator;
import dev.huozi.formula.syntax.Expr;
import dev.huozi.formula.syntax.ExprPrinter;
import dev.huozi.formula.syntax.ParseResult;
import dev.huozi.formula.syntax.Parser;
import dev.huozi.formula.syntax.UnaryOperator;
import dev.huozi.formula.type.FormulaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Prints rows as the text of a filter and reads them back. A condition is read by printing what it
/// may be and comparing, so that both directions cannot differ.
public final class FilterText {
  private static final Pattern CLOCK = Pattern.compile("\\bTODAY\\(\\)");

  private final FilterFields fields;

  public FilterText(FilterFields fields) {
    this.fields = fields;
  }

  // ---- printing --------------------------------------------------------------------------------

  /// The text of a filter whose rows are complete; empty for no rows.
  public String print(FilterNode.Group group) {
    return group.parts().stream()
        .map(part -> print(part, group))
        .collect(Collectors.joining(" " + group.joint().word() + " "));
  }

  private String print(FilterNode part, FilterNode.Group around) {
    boolean alone = around.parts().size() == 1;
    return switch (part) {
      case FilterNode.Group group -> alone ? print(group) : "(" + print(group) + ")";
      case FilterNode.Row row -> {
        boolean ambiguous = row.operator().isPair() && around.joint() == FilterNode.Joint.OR;
        yield ambiguous && !alone ? "(" + print(row) + ")" : print(row);
      }
    };
  }

  private String print(FilterNode.Row row) {
    FormulaType type = Objects.requireNonNull(fields.type(row.path()), row.path());
    return row.operator().text(spelled(row.path()), type, row.operand());
  }

  private static String spelled(String path) {
    return Arrays.stream(path.split("\\.")).map(ExprPrinter::name).collect(Collectors.joining("."));
  }

  // ---- reading ---------------------------------------------------------------------------------

  /// The rows of a text, or null where it has no such shape.
  public FilterNode.@Nullable Group read(String text) {
    if (text.isBlank()) {
      return FilterNode.Group.EMPTY;
    }
    String source = FormulaText.translate(text, fields.scope(), Locale.ENGLISH);
    ParseResult parsed = Parser.parse(source);
    if (parsed.hasErrors() || text.contains("/*")) {
      return null;
    }
    return group(parsed.expression(), true);
  }

  private FilterNode.@Nullable Group group(Expr expression, boolean outermost) {
    FilterNode.Joint joint = joint(expression);
    FilterNode.Joint joined = joint == null ? FilterNode.Joint.AND : joint;
    List<Expr> open = new ArrayList<>();
    flatten(expression, joined, open);
    List<FilterNode> parts = new ArrayList<>();
    while (!open.isEmpty()) {
      FilterNode.Row pair = joined == FilterNode.Joint.AND ? pair(open) : null;
      if (pair != null) {
        parts.add(pair);
        open.subList(0, 2).clear();
        continue;
      }
      FilterNode part = part(open.removeFirst(), outermost);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return new FilterNode.Group(joined, parts);
  }

  private @Nullable FilterNode part(Expr expression, boolean outermost) {
    if (joint(expression) == null) {
      return row(List.of(expression));
    }
    FilterNode.Group inner = outermost ? group(expression, false) : null;
    if (inner == null) {
      List<Expr> two = new ArrayList<>();
      flatten(expression, FilterNode.Joint.AND, two);
      return pair(two);
    }
    boolean single =
        inner.parts().size() == 1 && inner.parts().getFirst() instanceof FilterNode.Row;
    return single ? inner.parts().getFirst() : inner;
  }

  private static FilterNode.@Nullable Joint joint(Expr expression) {
    return switch (expression) {
      case Expr.Binary binary when binary.operator() == BinaryOperator.AND -> FilterNode.Joint.AND;
      case Expr.Binary binary when binary.operator() == BinaryOperator.OR -> FilterNode.Joint.OR;
      case Expr.Call call when call.name().equalsIgnoreCase("and") -> FilterNode.Joint.AND;
      case Expr.Call call when call.name().equalsIgnoreCase("or") -> FilterNode.Joint.OR;
      case Expr other -> null;
    };
  }

  private static void flatten(Expr expression, FilterNode.Joint joint, List<Expr> parts) {
    if (joint(expression) == joint) {
      expression.children().forEach(child -> flatten(child, joint, parts));
    } else {
      parts.add(expression);
    }
  }

  private FilterNode.@Nullable Row pair(List<Expr> open) {
    return open.size() < 2 ? null : row(open.subList(0, 2));
  }

  /// The row whose text is these conditions, or null.
  private FilterNode.@Nullable Row row(List<Expr> conditions) {
    Literals literals = new Literals();
    conditions.forEach(literals::collect);
    String path = literals.path;
    FormulaType type = path == null ? null : fields.type(path);
    if (path == null || type == null) {
      return null;
    }
    String wanted = conditions.stream().map(FilterText::plain).collect(Collectors.joining(" and "));
    for (Operator operator : Operator.of(type)) {
      for (Operand operand : literals.operands(operator, type)) {
        FilterNode.Row row = new FilterNode.Row(path, operator, operand);
        if (same(print(row), wanted)) {
          return row;
        }
      }
    }
    return alternative(wanted, path, type, literals);
  }

  /// `grade = "A"` is one of a list of one.
  private FilterNode.@Nullable Row alternative(
      String wanted, String path, FormulaType type, Literals literals) {
    if (type instanceof FormulaType.Picklist && literals.texts.size() == 1) {
      Operand one = Operand.of(literals.texts);
      if (same(Operator.IS.text(spelled(path), type, one), wanted)) {
        return new FilterNode.Row(path, Operator.ANY_OF, one);
      }
      if (same(Operator.IS_NOT.text(spelled(path), type, one), wanted)) {
        return new FilterNode.Row(path, Operator.NONE_OF, one);
      }
    }
    if (type == FormulaType.BOOLEAN && wanted.equals(spelled(path))) {
      return new FilterNode.Row(path, Operator.YES, Operand.NONE);
    }
    return null;
  }

  private static boolean same(String printed, String wanted) {
    return plain(Parser.parse(printed).expression()).equals(wanted);
  }

  /// A condition in one spelling.
  private static String plain(Expr expression) {
    Expr inner =
        expression instanceof Expr.Call call
                && call.name().equalsIgnoreCase("not")
                && call.arguments().size() == 1
            ? new Expr.Unary(UnaryOperator.NOT, call.arguments().getFirst(), call.span())
            : expression;
    return CLOCK.matcher(ExprPrinter.print(inner)).replaceAll(Matcher.quoteReplacement("$Today"));
  }
}
