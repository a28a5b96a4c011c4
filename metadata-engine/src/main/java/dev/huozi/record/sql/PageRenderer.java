package dev.huozi.record.sql;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.record.formula.ComputedField;
import dev.huozi.record.formula.ComputedFields;
import dev.huozi.record.formula.FormulaSurroundings;
import dev.huozi.record.query.ColumnKind;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.QueryPlan;
import dev.huozi.record.query.QueryShape;
import dev.huozi.record.query.QueryShape.Selected;
import dev.huozi.record.query.ReferenceTargets;
import dev.huozi.record.query.SortKey;
import dev.huozi.record.sql.RowLayout.ComputedInputs;
import dev.huozi.record.sql.RowLayout.ComputedSlot;
import dev.huozi.record.sql.RowLayout.FallibleSlot;
import dev.huozi.record.sql.RowLayout.ReferenceSlot;
import dev.huozi.record.sql.RowLayout.Slot;
import dev.huozi.record.sql.RowLayout.SortColumn;
import dev.huozi.record.sql.RowLayout.TargetColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Renders one plan: first the page is found by the object's own columns (and what filter and sort
/// reach), then the names of its few rows' references are joined.
///
/// ```
/// select p.id, p.version, p.c_3, l1.c_1, …
/// from (select r.id, r.version, r.c_3, … from t_1.o_7 r where … order by … limit 26) p
/// left join t_1.o_2 l1 on l1.id = p.c_3
/// order by …
/// ```
final class PageRenderer {
  private static final SqlIdentifier PAGE = new SqlIdentifier("p");
  private static final SqlIdentifier SEGMENT = new SqlIdentifier("g");

  private final QueryPlan plan;
  private final QueryShape shape;
  private final AccessRenderer access;
  private final JoinTree outer;

  /// Columns of the page: name in `p` → expression over the object's table.
  private final Map<SqlIdentifier, SqlFragment> pageColumns = new LinkedHashMap<>();

  /// Columns of the answer: expression → place.
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private final List<SqlFragment> answer = new ArrayList<>();

  PageRenderer(QueryPlan plan) {
    this.plan = plan;
    this.shape = plan.shape();
    this.access = new AccessRenderer(plan.access(), plan.context());
    this.outer = new JoinTree(PAGE, 'l', access, shape.snapshot(), plan.context());
  }

  RenderedQuery render() {
    JoinTree inner =
        new JoinTree(QueryRenderer.ROWS, 'j', access, shape.snapshot(), plan.context());
    place(own(QueryRenderer.ID));
    place(own(QueryRenderer.VERSION));
    List<Slot> slots = shape.selected().stream().map(this::slot).toList();
    List<SqlIdentifier> sortNames = sortNames(inner);
    List<SortColumn> sortColumns = new ArrayList<>();
    for (int i = 0; i < sortNames.size(); i++) {
      int column = place(SqlFragment.identifier(PAGE, sortNames.get(i)));
      sortColumns.add(new SortColumn(shape.sort().get(i).kind(), column));
    }
    SqlFragment statement = plan.limit() == 0 ? byIds(inner) : page(inner, sortNames);
    RowLayout layout =
        new RowLayout(
            shape.object().name(), plan.context().tenant().currency(), slots, sortColumns);
    return new RenderedQuery(statement, layout);
  }

  private SqlFragment byIds(JoinTree inner) {
    List<SqlFragment> conditions = QueryRenderer.conditions(plan, inner, access);
    return head()
        .then("(")
        .then(rows(inner, conditions, SqlFragment.EMPTY))
        .then(") p")
        .then(outer.render());
  }

  private SqlFragment page(JoinTree inner, List<SqlIdentifier> sortNames) {
    List<SqlFragment> conditions = QueryRenderer.conditions(plan, inner, access);
    SqlFragment id = SqlFragment.identifier(QueryRenderer.ROWS, QueryRenderer.ID);
    List<SqlFragment> columns = shape.sort().stream().map(key -> inner.column(key.ref())).toList();
    Keyset keyset = new Keyset(shape.sort(), columns, collation(), id, plan.cursor());
    SqlFragment order = outerOrder(sortNames);
    if (!Keyset.isSplit(shape.sort())) {
      return head()
          .then("(")
          .then(segment(inner, conditions, keyset.segments().getFirst(), SqlFragment.EMPTY))
          .then(") p")
          .then(outer.render())
          .then("\norder by ")
          .then(order);
    }
    return split(inner, conditions, keyset.segments(), order);
  }

  /// Two segments: the second one is asked only for what the first one left over.
  private SqlFragment split(
      JoinTree inner,
      List<SqlFragment> conditions,
      List<Keyset.Segment> segments,
      SqlFragment order) {
    SqlFragment first = segment(inner, conditions, segments.getFirst(), SqlFragment.of(", 1 as g"));
    SqlFragment with =
        QueryRenderer.mark(shape).then("with s1 as materialized (").then(first).then(")");
    SqlFragment union = SqlFragment.of("(table s1");
    if (segments.size() > 1) {
      with =
          with.then(",\ns2 as materialized (select * from (")
              .then(segment(inner, conditions, segments.get(1), SqlFragment.of(", 2 as g")))
              .then(") q limit ")
              .then(SqlFragment.number(plan.limit() + 1L))
              .then(" - (select count(*) from s1))");
      union = union.then(" union all table s2");
    }
    return with.then("\n")
        .then(select())
        .then(union)
        .then(") p")
        .then(outer.render())
        .then("\norder by ")
        .then(SqlFragment.identifier(PAGE, SEGMENT))
        .then(", ")
        .then(order);
  }

  private SqlFragment segment(
      JoinTree inner, List<SqlFragment> conditions, Keyset.Segment segment, SqlFragment mark) {
    List<SqlFragment> all = new ArrayList<>(segment.conditions());
    all.addAll(conditions);
    return rows(inner, all, mark)
        .then("\n  order by ")
        .then(segment.order())
        .then(" limit ")
        .then(SqlFragment.number(plan.limit() + 1L));
  }

  private SqlFragment rows(JoinTree inner, List<SqlFragment> conditions, SqlFragment mark) {
    List<SqlFragment> columns = new ArrayList<>();
    pageColumns.forEach((name, expression) ->
        columns.add(expression.then(" as ").then(SqlFragment.identifier(name))));
    return SqlFragment.of("select ")
        .then(SqlFragment.join(", ", columns))
        .then(mark)
        .then("\n  from ")
        .then(QueryRenderer.table(shape.object()))
        .then(inner.render())
        .then(QueryRenderer.where(conditions));
  }

  private SqlFragment head() {
    return QueryRenderer.mark(shape).then(select());
  }

  private SqlFragment select() {
    return SqlFragment.of("select ").then(SqlFragment.join(", ", answer)).then("\nfrom ");
  }

  private SqlFragment outerOrder(List<SqlIdentifier> sortNames) {
    List<SqlFragment> columns =
        sortNames.stream().map(name -> SqlFragment.identifier(PAGE, name)).toList();
    SqlFragment id = SqlFragment.identifier(PAGE, QueryRenderer.ID);
    return new Keyset(shape.sort(), columns, collation(), id, plan.cursor()).order();
  }

  private SqlFragment collation() {
    return Collations.sort(plan.context().tenant().sortCollation());
  }

  /// The page's column of each sort key: the object's own one, or one made of a joined table's.
  private List<SqlIdentifier> sortNames(JoinTree inner) {
    List<SqlIdentifier> names = new ArrayList<>();
    for (SortKey key : shape.sort()) {
      if (key.ref().isOwn() && !key.ref().field().field().type().isVirtual()) {
        own(key.ref().field().column());
        names.add(key.ref().field().column());
      } else {
        SqlIdentifier name = new SqlIdentifier("s" + (names.size() + 1));
        pageColumns.put(name, inner.column(key.ref()));
        names.add(name);
      }
    }
    return names;
  }

  /// An own column, carried through the page.
  private SqlFragment own(SqlIdentifier column) {
    pageColumns.putIfAbsent(column, SqlFragment.identifier(QueryRenderer.ROWS, column));
    return SqlFragment.identifier(PAGE, column);
  }

  private Slot slot(Selected selected) {
    FieldRef ref = selected.ref();
    if (ref.field().field().type().isVirtual()) {
      return computed(ref);
    }
    SqlIdentifier parent = parent(ref);
    if (!selected.targets().isEmpty()) {
      List<TargetColumns> targets = new ArrayList<>();
      for (ReferenceTargets.Target target : selected.targets()) {
        targets.add(target(parent, ref, target));
      }
      return new ReferenceSlot(ref.name(), targets);
    }
    int column = place(column(parent, ref, ref.field().column()));
    return fallible(parent, ref, RowLayout.slot(ref, column));
  }

  /// The value is computed in the JVM, of columns that are fetched for the rows of the page.
  private Slot computed(FieldRef ref) {
    ComputedField field = ComputedFields.of(shape.snapshot()).require(ref.field());
    Map<FieldRef, Slot> inputs = new LinkedHashMap<>();
    for (FieldRef input : field.formula().fields()) {
      inputs.put(input, input(input.behind(ref.path())));
    }
    Map<FieldRef, Slot> ofUser = new LinkedHashMap<>();
    for (FieldRef input : field.formula().userFields()) {
      ofUser.put(input, RowLayout.slot(input, place(ofUser(input))));
    }
    return new ComputedSlot(
        ref.name(),
        field,
        new ComputedInputs(inputs, ofUser),
        FormulaSurroundings.shown(plan.context(), shape.snapshot()));
  }

  private Slot input(FieldRef ref) {
    if (ref.field().field().type().isVirtual()) {
      return computed(ref);
    }
    SqlIdentifier parent = parent(ref);
    if (ref.field().field().type() instanceof FieldType.Formula) {
      int column = place(column(parent, ref, ref.field().column()));
      return fallible(parent, ref, RowLayout.slot(ref, column));
    }
    List<SqlFragment> columns =
        ref.field().columns().stream().map(name -> column(parent, ref, name)).toList();
    SqlFragment value =
        columns.size() == 1
            ? columns.getFirst()
            : SqlFragment.of("coalesce(").then(SqlFragment.join(", ", columns)).then(")");
    return RowLayout.slot(ref, place(value));
  }

  /// With its error beside it, where the field is a stored formula.
  private Slot fallible(SqlIdentifier parent, FieldRef ref, Slot value) {
    return ref.field().field().type() instanceof FieldType.Formula
        ? new FallibleSlot(value, place(column(parent, ref, ref.field().columns().getLast())))
        : value;
  }

  private SqlFragment ofUser(FieldRef field) {
    return ColumnKind.isRecordId(field.field())
        ? SqlFragment.of("?::uuid", plan.context().principal().userId())
        : UserColumn.of(field.field(), shape.snapshot(), plan.context());
  }

  private TargetColumns target(SqlIdentifier parent, FieldRef ref, ReferenceTargets.Target target) {
    ObjectModel object = target.object();
    int id = place(column(parent, ref, target.column()));
    SqlIdentifier alias = outer.joined(parent, target.column(), object);
    int name = place(SqlFragment.identifier(alias, object.nameField().column()));
    return new TargetColumns(object.name(), id, name);
  }

  /// The alias that holds the field: the page itself, or a table joined to it.
  private SqlIdentifier parent(FieldRef ref) {
    if (!ref.isOwn()) {
      own(ref.path().getFirst().lookup().column());
    }
    return outer.along(ref.path());
  }

  private SqlFragment column(SqlIdentifier parent, FieldRef ref, SqlIdentifier column) {
    return ref.isOwn() ? own(column) : SqlFragment.identifier(parent, column);
  }

  private int place(SqlFragment expression) {
    return places.computeIfAbsent(
        expression.text(),
        _ -> {
          answer.add(expression);
          return answer.size() - 1;
        });
  }
}
