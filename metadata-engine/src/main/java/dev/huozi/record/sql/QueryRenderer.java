package dev.huozi.record.sql;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.Filter;
import dev.huozi.record.query.QueryLimits;
import dev.huozi.record.query.QueryPlan;
import dev.huozi.record.query.QueryShape;
import java.util.ArrayList;
import java.util.List;

/// Plans as statements.
public final class QueryRenderer {
  static final SqlIdentifier ROWS = new SqlIdentifier("r");
  static final SqlIdentifier ID = new SqlIdentifier("id");
  static final SqlIdentifier VERSION = new SqlIdentifier("version");

  private QueryRenderer() {}

  /// One page, with one row more where there is a next one; or the records of the plan's ids.
  public static RenderedQuery records(QueryPlan plan) {
    return new PageRenderer(plan).render();
  }

  /// The number of rows, counted to one more than the cap.
  public static SqlFragment count(QueryPlan plan) {
    AccessRenderer access = new AccessRenderer(plan.access(), plan.context());
    JoinTree joins = joins(plan, access);
    SqlFragment where = where(conditions(plan, joins, access));
    return mark(plan.shape())
        .then("select count(*) from (select 1 from ")
        .then(table(plan.shape().object()))
        .then(joins.render())
        .then(where)
        .then("\n  limit ")
        .then(SqlFragment.number(QueryLimits.COUNT + 1L))
        .then(") c");
  }

  private static JoinTree joins(QueryPlan plan, AccessRenderer access) {
    return new JoinTree(ROWS, 'j', access, plan.shape().snapshot(), plan.context());
  }

  /// What the planner expects of the rows, as lines of text.
  public static SqlFragment estimate(QueryPlan plan) {
    AccessRenderer access = new AccessRenderer(plan.access(), plan.context());
    JoinTree joins = joins(plan, access);
    SqlFragment where = where(conditions(plan, joins, access));
    return mark(plan.shape())
        .then("explain select 1 from ")
        .then(table(plan.shape().object()))
        .then(joins.render())
        .then(where);
  }

  /// Names object and version of the model: a changed object is a new statement, so that no cached
  /// plan is stale.
  static SqlFragment mark(QueryShape shape) {
    return mark(shape.object(), shape.snapshotVersion());
  }

  static SqlFragment mark(ObjectModel object, long version) {
    return SqlFragment.of("/* o")
        .then(SqlFragment.number(object.id()))
        .then(" v")
        .then(SqlFragment.number(version))
        .then(" */ ");
  }

  /// The object's table under the alias of the rows.
  static SqlFragment table(ObjectModel object) {
    return SqlFragment.identifier(object.schema(), object.table())
        .then(" ")
        .then(SqlFragment.identifier(ROWS));
  }

  /// What every row of the answer fulfils: access, ids, filters, search.
  static List<SqlFragment> conditions(QueryPlan plan, JoinTree joins, AccessRenderer access) {
    List<SqlFragment> all = new ArrayList<>();
    SqlFragment rows = access.andRows(plan.shape().object(), ROWS);
    if (!rows.isEmpty()) {
      all.add(SqlFragment.of("true").then(rows));
    }
    if (!plan.ids().isEmpty()) {
      all.add(ids(plan));
    }
    for (Filter filter : plan.shape().filters()) {
      all.add(SqlFragment.of("(").then(filter.render(joins, plan.context())).then(")"));
    }
    for (String word : plan.words()) {
      all.add(holds(word, plan.shape().searchFields(), joins));
    }
    return all;
  }

  private static SqlFragment ids(QueryPlan plan) {
    SqlFragment id = SqlFragment.identifier(ROWS, ID);
    return plan.ids().size() == 1
        ? id.then(" = ?", plan.ids().getFirst())
        : id.then(" = any(?::uuid[])", new SqlArray("uuid", plan.ids()));
  }

  private static SqlFragment holds(String word, List<FieldRef> fields, JoinTree joins) {
    String pattern = "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    List<SqlFragment> any = new ArrayList<>();
    for (FieldRef field : fields) {
      any.add(joins.column(field).then(" collate \"und-x-icu\" ilike ?", pattern));
    }
    return SqlFragment.of("(").then(SqlFragment.join(" or ", any)).then(")");
  }

  static SqlFragment where(List<SqlFragment> conditions) {
    return conditions.isEmpty()
        ? SqlFragment.EMPTY
        : SqlFragment.of("\n  where ").then(SqlFragment.join(" and ", conditions));
  }
}
