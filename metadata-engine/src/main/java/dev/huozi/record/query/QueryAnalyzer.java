package dev.huozi.record.query;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.ListQuery;
import dev.huozi.record.SummaryQuery;
import dev.huozi.record.query.QueryShape.Selected;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The one way to read: resolves the names of a question against snapshot and principal, checks its
/// limits and adds the access predicates. Pure.
public final class QueryAnalyzer {
  private final FilterCompiler filterCompiler;
  private final RowAccess access;
  private final CursorCodec cursorCodec;
  private final ShapeCache cache;

  public QueryAnalyzer(
      FilterCompiler filterCompiler, RowAccess access, CursorCodec cursorCodec, ShapeCache cache) {
    this.filterCompiler = filterCompiler;
    this.access = access;
    this.cursorCodec = cursorCodec;
    this.cache = cache;
  }

  /// The plan of one page of a list.
  ///
  /// @throws ProblemException with one issue for each thing that is wrong with the question
  public QueryPlan list(ListQuery query, MetadataSnapshot snapshot, RequestContext context) {
    QueryChecks.sizes(query);
    QueryShape shape =
        cache.get(ShapeCache.Key.of(query, snapshot, context), () -> shape(query, snapshot));
    Cursor cursor =
        query.cursor() == null ? null : cursorCodec.read(query.cursor(), shape, query, context);
    List<String> words = SearchWords.of(query.search());
    return new QueryPlan(shape, context, access, List.of(), words, query.limit(), cursor);
  }

  /// The plan of a portion of a list that is read from beginning to end, larger than any page.
  public QueryPlan portion(
      ListQuery query, int rows, MetadataSnapshot snapshot, RequestContext context) {
    QueryPlan page = list(query, snapshot, context);
    return new QueryPlan(
        page.shape(), context, access, List.of(), page.words(), rows, page.cursor());
  }

  /// The plan of the first records of a list that also meet a filter made for this one question.
  public QueryPlan narrowed(
      ListQuery query, Filter filter, MetadataSnapshot snapshot, RequestContext context) {
    QueryChecks.sizes(query);
    QueryShape all = shape(query, snapshot);
    List<Filter> filters = new ArrayList<>(all.filters());
    filters.add(filter);
    QueryShape shape =
        new QueryShape(
            all.object(), snapshot, all.selected(), filters, all.searchFields(), all.sort());
    return new QueryPlan(
        shape, context, access, List.of(), SearchWords.of(query.search()), query.limit(), null);
  }

  /// The plan that reads records by id, in no particular order.
  public QueryPlan byIds(
      String object,
      List<UUID> ids,
      List<String> fields,
      MetadataSnapshot snapshot,
      RequestContext context) {
    ListQuery query = new ListQuery(object, fields, List.of(), null, List.of(), 1, null, false);
    QueryShape shape =
        cache.get(ShapeCache.Key.of(query, snapshot, context), () -> shape(query, snapshot));
    return new QueryPlan(shape, context, access, ids, List.of(), 0, null);
  }

  /// The plan of a summary.
  ///
  /// @throws ProblemException with one issue for each thing that is wrong with the question
  public SummaryPlan summary(
      SummaryQuery query, MetadataSnapshot snapshot, RequestContext context) {
    SummaryChecks.sizes(query);
    QueryPlan rows =
        list(
            new ListQuery(
                query.object(),
                List.of("id"),
                query.filters(),
                query.search(),
                List.of(),
                1,
                null,
                false),
            snapshot,
            context);
    return SummaryResolver.resolve(query, rows, snapshot);
  }

  /// The cursor text that continues the list after (or, backward, before) a row.
  public String cursor(Cursor cursor, QueryPlan plan, ListQuery query) {
    return cursorCodec.write(cursor, plan.shape(), query, plan.context());
  }

  private QueryShape shape(ListQuery query, MetadataSnapshot snapshot) {
    NameResolver names = new NameResolver(snapshot);
    ObjectModel object = names.object(query.object());
    Issues issues = new Issues();
    List<Selected> selected = selected(query, object, names, snapshot, issues);
    List<SortKey> sort = sort(query, object, names, snapshot, issues);
    List<Filter> filters = filters(query, object, snapshot, issues);
    QueryChecks.joins(selected, sort, filters, snapshot, issues);
    QueryChecks.throwIfAny(issues);
    List<FieldRef> searchFields = query.search() == null ? List.of() : searchFields(object);
    return new QueryShape(object, snapshot, selected, filters, searchFields, sort);
  }

  private List<Selected> selected(
      ListQuery query,
      ObjectModel object,
      NameResolver names,
      MetadataSnapshot snapshot,
      Issues issues) {
    Set<FieldRef> refs = new LinkedHashSet<>();
    if (query.fields().isEmpty()) {
      object.fields().forEach(field -> refs.add(FieldRef.own(field)));
    }
    for (String name : query.fields()) {
      FieldRef ref = isImplied(name) ? null : names.resolve(object, name, issues);
      if (ref != null) {
        refs.add(ref);
      }
    }
    refs.removeIf(ref -> ref.isOwn() && ColumnKind.isRecordId(ref.field()));
    return refs.stream()
        .map(ref -> new Selected(ref, ReferenceTargets.of(ref.field(), snapshot)))
        .toList();
  }

  /// The record's id and version come with every row; asking for them is no mistake.
  private static boolean isImplied(String name) {
    return name.equals("id") || name.equals("version");
  }

  private static List<SortKey> sort(
      ListQuery query,
      ObjectModel object,
      NameResolver names,
      MetadataSnapshot snapshot,
      Issues issues) {
    List<SortKey> keys = new ArrayList<>();
    Set<FieldRef> seen = new LinkedHashSet<>();
    for (ListQuery.Sort sort : query.sort()) {
      FieldRef asked = names.resolve(object, sort.field(), issues);
      FieldRef ref = asked == null ? null : SortTarget.of(asked, snapshot, issues);
      if (ref != null && seen.add(ref)) {
        keys.add(new SortKey(ref, sort.descending()));
      }
    }
    return keys;
  }

  private List<Filter> filters(
      ListQuery query, ObjectModel object, MetadataSnapshot snapshot, Issues issues) {
    List<Filter> filters = new ArrayList<>();
    for (String source : query.filters()) {
      Filter filter =
          source.isBlank() ? null : filterCompiler.compile(source, object, snapshot, issues);
      if (filter != null) {
        filters.add(filter);
      }
    }
    return filters;
  }

  private static List<FieldRef> searchFields(ObjectModel object) {
    FieldModel nameField = object.nameField();
    return object.fields().stream()
        .filter(field -> field == nameField || isSearchable(field.field().type()))
        .map(FieldRef::own)
        .toList();
  }

  private static boolean isSearchable(FieldType type) {
    return switch (type) {
      case FieldType.Text _, FieldType.Email _, FieldType.Phone _, FieldType.AutoNumber _ -> true;
      case FieldType.LongText _,
          FieldType.Decimal _,
          FieldType.Bool _,
          FieldType.Date _,
          FieldType.DateTime _,
          FieldType.Picklist _,
          FieldType.Reference _,
          FieldType.Formula _ ->
          false;
    };
  }
}
