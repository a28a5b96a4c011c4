package dev.huozi.record.service;

import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordError;
import dev.huozi.record.RecordPage;
import dev.huozi.record.RecordSummary;
import dev.huozi.record.RecordView;
import dev.huozi.record.SummaryQuery;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.formula.FormulaBinder;
import dev.huozi.record.formula.FormulaInputs;
import dev.huozi.record.formula.FormulaSurroundings;
import dev.huozi.record.query.Cursor;
import dev.huozi.record.query.NameResolver;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.QueryLimits;
import dev.huozi.record.query.QueryPlan;
import dev.huozi.record.query.SummaryPlan;
import dev.huozi.record.sql.QueryRenderer;
import dev.huozi.record.sql.RenderedQuery;
import dev.huozi.record.sql.RenderedSummary;
import dev.huozi.record.sql.RowLayout.Found;
import dev.huozi.record.sql.SummaryRenderer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads records: one statement for a page or a record, one more to count, and a third one to
/// estimate what is not counted to the end.
public final class RecordReader {
  /// Records of a list that is read from beginning to end are read so many at a time.
  private static final int PORTION = 1_000;

  private static final Pattern EXPECTED_ROWS = Pattern.compile(" rows=(\\d{1,18}) ");

  private final TenantDatabase database;
  private final SnapshotRegistry snapshots;
  private final QueryAnalyzer analyzer;

  public RecordReader(TenantDatabase database, SnapshotRegistry snapshots, QueryAnalyzer analyzer) {
    this.database = database;
    this.snapshots = snapshots;
    this.analyzer = analyzer;
  }

  /// @throws ProblemException `RECORD_NOT_FOUND`
  public RecordView get(RequestContext context, String object, UUID id, List<String> fields) {
    MetadataSnapshot snapshot = snapshots.current(context);
    QueryPlan plan = analyzer.byIds(object, List.of(id), fields, snapshot, context);
    List<Found> found = run(plan, database.reading(context.tenant()));
    if (found.isEmpty()) {
      throw new ProblemException(
          RecordError.RECORD_NOT_FOUND, "object", plan.shape().object().name(), "id", id);
    }
    return found.getFirst().record();
  }

  public RecordPage list(RequestContext context, ListQuery query) {
    QueryPlan plan = analyzer.list(query, snapshots.current(context), context);
    ReadSession session = database.reading(context.tenant());
    List<Found> rows = run(plan, session);
    boolean more = rows.size() > plan.limit();
    List<Found> page = more ? rows.subList(0, plan.limit()) : rows;
    List<Found> inOrder = plan.backward() ? page.reversed() : page;
    boolean hasNext = plan.backward() || more;
    boolean hasPrevious = plan.backward() ? more : plan.cursor() != null;
    Long counted = query.count() ? count(plan, session) : null;
    boolean capped = counted != null && counted > QueryLimits.COUNT;
    return new RecordPage(
        inOrder.stream().map(Found::record).toList(),
        hasNext ? cursor(inOrder.isEmpty() ? null : inOrder.getLast(), false, plan, query) : null,
        hasPrevious
            ? cursor(inOrder.isEmpty() ? null : inOrder.getFirst(), true, plan, query)
            : null,
        capped ? Long.valueOf(QueryLimits.COUNT) : counted,
        capped,
        capped ? estimate(plan, session) : null);
  }

  /// Which of the conditions hold for a record that was read whole.
  Set<String> holding(RequestContext context, RecordView record, Collection<String> conditions) {
    MetadataSnapshot snapshot = snapshots.current(context);
    ObjectModel object = new NameResolver(snapshot).object(record.object());
    FormulaBinder binder = new FormulaBinder(snapshot);
    Map<String, BoundFormula> bound = new LinkedHashMap<>();
    conditions.forEach(
        text -> bound.put(text, binder.require(text, object, FormulaOptions.rules())));
    ReadSession session = database.reading(context.tenant());
    Function<FieldModel, @Nullable Object> values = field -> record.get(field.name());
    StoredRecord stored =
        new StoredRecord(
            record,
            new FormulaInputs(
                    analyzer,
                    snapshot,
                    context,
                    query ->
                        session.query(query.statement(), row -> query.layout().read(row).record()))
                .load(bound.values(), List.of(values)));
    EvaluationContext surroundings = FormulaSurroundings.shown(context, snapshot);
    Set<String> holding = new LinkedHashSet<>();
    bound.forEach((text, formula) -> {
      if (formula.holds(stored, surroundings)) {
        holding.add(text);
      }
    });
    return holding;
  }

  public RecordSummary summary(RequestContext context, SummaryQuery query) {
    SummaryPlan plan = analyzer.summary(query, snapshots.current(context), context);
    RenderedSummary rendered = SummaryRenderer.render(plan);
    List<RecordSummary.Group> groups =
        database.reading(context.tenant()).query(rendered.statement(), rendered::read);
    boolean capped = groups.size() > SummaryQuery.MOST_ROWS;
    return new RecordSummary(capped ? groups.subList(0, SummaryQuery.MOST_ROWS) : groups, capped);
  }

  /// All records of a list in its order. They are read in portions, each as it is at that moment,
  /// so that nothing is held while the reader takes its time.
  public void each(RequestContext context, ListQuery query, Consumer<RecordView> reader) {
    ReadSession session = database.reading(context.tenant());
    ListQuery next = query;
    while (true) {
      QueryPlan plan = analyzer.portion(next, PORTION, snapshots.current(context), context);
      List<Found> rows = run(plan, session);
      boolean more = rows.size() > PORTION;
      List<Found> portion = more ? rows.subList(0, PORTION) : rows;
      portion.forEach(found -> reader.accept(found.record()));
      if (!more) {
        return;
      }
      next = next.at(cursor(portion.getLast(), false, plan, next));
    }
  }

  private @Nullable String cursor(
      @Nullable Found at, boolean backward, QueryPlan plan, ListQuery query) {
    return at == null
        ? null
        : analyzer.cursor(new Cursor(backward, at.sortValues(), at.record().id()), plan, query);
  }

  private static List<Found> run(QueryPlan plan, ReadSession session) {
    RenderedQuery query = QueryRenderer.records(plan);
    return session.query(query.statement(), row -> query.layout().read(row));
  }

  /// What the planner expects: the first line of its plan says `… rows=60000 …`.
  private static long estimate(QueryPlan plan, ReadSession session) {
    String text =
        session.query(QueryRenderer.estimate(plan), row -> String.valueOf(row.text(0))).getFirst();
    Matcher rows = EXPECTED_ROWS.matcher(text);
    long expected = rows.find() ? Long.parseLong(rows.group(1)) : 0;
    return Math.max(expected, QueryLimits.COUNT + 1L);
  }

  private static long count(QueryPlan plan, ReadSession session) {
    Long count =
        session
            .query(
                QueryRenderer.count(plan),
                row -> {
                  Long number = row.longInteger(0);
                  return number == null ? 0L : number;
                })
            .getFirst();
    return count;
  }
}
