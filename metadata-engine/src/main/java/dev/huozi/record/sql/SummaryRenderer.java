package dev.huozi.record.sql;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.SummaryQuery;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.QueryShape.Selected;
import dev.huozi.record.query.ReferenceTargets;
import dev.huozi.record.query.SummaryPlan;
import dev.huozi.record.query.SummaryPlan.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Renders a summary: groups first, then the names of the references among their keys.
///
/// ```
/// select g.k1, l1.c_1, g.f1, g.f2
/// from (select r.c_3 as k1, count(*) as f1, sum(r.c_7) as f2 from t_1.o_7 r where … group by 1 order by 1 limit 1001) g
/// left join t_1.o_2 l1 on l1.id = g.k1
/// order by g.k1
/// ```
public final class SummaryRenderer {
  private static final SqlIdentifier GROUPS = new SqlIdentifier("g");

  private final SummaryPlan plan;
  private final JoinTree inner;
  private final JoinTree outer;
  private final List<SqlFragment> grouped = new ArrayList<>();
  private final List<SqlFragment> order = new ArrayList<>();
  private final List<SqlFragment> answer = new ArrayList<>();

  private SummaryRenderer(SummaryPlan plan) {
    AccessRenderer access = new AccessRenderer(plan.rows().access(), plan.rows().context());
    this.plan = plan;
    MetadataSnapshot snapshot = plan.rows().shape().snapshot();
    RequestContext context = plan.rows().context();
    this.inner = new JoinTree(QueryRenderer.ROWS, 'j', access, snapshot, context);
    this.outer = new JoinTree(GROUPS, 'l', access, snapshot, context);
  }

  /// The statement, with one row more where there are more groups than an answer holds, and where
  /// in its rows the parts stand.
  public static RenderedSummary render(SummaryPlan plan) {
    return new SummaryRenderer(plan).render();
  }

  private RenderedSummary render() {
    List<RowLayout.Slot> keys = plan.groups().stream().map(this::key).toList();
    List<SqlFragment> figures = new ArrayList<>();
    List<RenderedSummary.Value> values = new ArrayList<>();
    for (Figure figure : plan.figures()) {
      SqlIdentifier name = new SqlIdentifier("f" + (figures.size() + 1));
      figures.add(expression(figure).then(" as ").then(SqlFragment.identifier(name)));
      answer.add(SqlFragment.identifier(GROUPS, name));
      values.add(value(figure, answer.size() - 1));
    }
    SqlFragment statement =
        QueryRenderer.mark(plan.rows().shape())
            .then("select ")
            .then(SqlFragment.join(", ", answer))
            .then("\nfrom (")
            .then(groups(figures))
            .then(") g")
            .then(outer.render())
            .then(ordered());
    String currency = plan.rows().context().tenant().currency();
    return new RenderedSummary(
        statement,
        new RowLayout(plan.rows().shape().object().name(), currency, keys, List.of()),
        values);
  }

  private SqlFragment groups(List<SqlFragment> figures) {
    List<SqlFragment> columns = new ArrayList<>(grouped);
    columns.addAll(figures);
    AccessRenderer access = new AccessRenderer(plan.rows().access(), plan.rows().context());
    SqlFragment where = QueryRenderer.where(QueryRenderer.conditions(plan.rows(), inner, access));
    SqlFragment all =
        SqlFragment.of("select ")
            .then(SqlFragment.join(", ", columns))
            .then("\n  from ")
            .then(QueryRenderer.table(plan.rows().shape().object()))
            .then(inner.render())
            .then(where);
    return grouped.isEmpty() ? all : all.then(grouping());
  }

  private SqlFragment grouping() {
    List<SqlFragment> places = new ArrayList<>();
    for (int i = 1; i <= grouped.size(); i++) {
      places.add(SqlFragment.number(i));
    }
    SqlFragment list = SqlFragment.join(", ", places);
    return SqlFragment.of("\n  group by ")
        .then(list)
        .then("\n  order by ")
        .then(list)
        .then(" limit ")
        .then(SqlFragment.number(SummaryQuery.MOST_ROWS + 1L));
  }

  private SqlFragment ordered() {
    return order.isEmpty()
        ? SqlFragment.EMPTY
        : SqlFragment.of("\norder by ").then(SqlFragment.join(", ", order));
  }

  private RowLayout.Slot key(Selected group) {
    FieldRef ref = group.ref();
    if (group.targets().isEmpty()) {
      SqlIdentifier name = grouped(inner.column(ref));
      answer.add(SqlFragment.identifier(GROUPS, name));
      return RowLayout.slot(ref, answer.size() - 1);
    }
    List<RowLayout.TargetColumns> targets = new ArrayList<>();
    for (ReferenceTargets.Target target : group.targets()) {
      SqlIdentifier alias = inner.along(ref.path());
      SqlIdentifier name = grouped(SqlFragment.identifier(alias, target.column()));
      SqlIdentifier joined = outer.joined(GROUPS, name, target.object());
      answer.add(SqlFragment.identifier(GROUPS, name));
      answer.add(SqlFragment.identifier(joined, target.object().nameField().column()));
      targets.add(
          new RowLayout.TargetColumns(
              target.object().name(), answer.size() - 2, answer.size() - 1));
    }
    return new RowLayout.ReferenceSlot(ref.name(), targets);
  }

  private SqlIdentifier grouped(SqlFragment column) {
    SqlIdentifier name = new SqlIdentifier("k" + (grouped.size() + 1));
    grouped.add(column.then(" as ").then(SqlFragment.identifier(name)));
    order.add(SqlFragment.identifier(GROUPS, name));
    return name;
  }

  private SqlFragment expression(Figure figure) {
    if (figure.field() == null) {
      return SqlFragment.of("count(*)");
    }
    SqlFragment column = inner.column(figure.field());
    SqlFragment function =
        switch (figure.function()) {
          case COUNT -> SqlFragment.of("count(");
          case SUM -> SqlFragment.of("sum(");
          case MIN -> SqlFragment.of("min(");
          case MAX -> SqlFragment.of("max(");
        };
    return function.then(column).then(")");
  }

  private static RenderedSummary.Value value(Figure figure, int column) {
    return figure.function() == SummaryQuery.Function.COUNT
        ? new RenderedSummary.Count(column)
        : new RenderedSummary.Figure(
            RowLayout.slot(Objects.requireNonNull(figure.field()), column));
  }
}
