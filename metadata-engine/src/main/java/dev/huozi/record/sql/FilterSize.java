package dev.huozi.record.sql;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.platform.problem.Issues;
import dev.huozi.record.RecordError;
import dev.huozi.record.query.QueryLimits;
import java.util.List;

/// How large a filter is. A chain of `and` (or of `or`) is one level however long it is, and the
/// literals after `in` count as one node.
final class FilterSize {
  private static final String SUBJECT = "filter";

  private int nodes;
  private int depth;
  private int values;

  private FilterSize() {}

  /// Notes every limit that the filter goes over; true when there is none.
  static boolean check(TypedExpr filter, Issues issues) {
    FilterSize size = new FilterSize();
    size.visit(filter, 1);
    boolean large =
        over(RecordError.RECORD_FILTER_TOO_LARGE, size.nodes, QueryLimits.FILTER_NODES, issues);
    boolean deep =
        over(RecordError.RECORD_FILTER_TOO_DEEP, size.depth, QueryLimits.FILTER_DEPTH, issues);
    boolean many =
        over(
            RecordError.RECORD_FILTER_TOO_MANY_VALUES,
            size.values,
            QueryLimits.FILTER_VALUES,
            issues);
    return !large && !deep && !many;
  }

  private static boolean over(RecordError code, int actual, int maximum, Issues issues) {
    if (actual > maximum) {
      issues.error(code, SUBJECT, "actual", actual, "maximum", maximum);
    }
    return actual > maximum;
  }

  private void visit(TypedExpr expression, int level) {
    nodes++;
    depth = Math.max(depth, level);
    if (expression instanceof TypedExpr.In in) {
      values = Math.max(values, in.options().size());
      nodes++;
      visit(in.operand(), level + 1);
      visitAll(
          in.options().stream().filter(one -> !(one instanceof TypedExpr.Literal)).toList(),
          level + 1);
      return;
    }
    for (TypedExpr child : expression.children()) {
      visit(child, isChain(expression, child) ? level : level + 1);
    }
  }

  private void visitAll(List<TypedExpr> expressions, int level) {
    expressions.forEach(expression -> visit(expression, level));
  }

  private static boolean isChain(TypedExpr expression, TypedExpr child) {
    return expression instanceof TypedExpr.And && child instanceof TypedExpr.And
        || expression instanceof TypedExpr.Or && child instanceof TypedExpr.Or;
  }
}
