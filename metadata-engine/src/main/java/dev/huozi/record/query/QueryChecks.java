package dev.huozi.record.query;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordError;
import dev.huozi.record.formula.ComputedFields;
import dev.huozi.record.query.QueryShape.Selected;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The cost limits of a query.
final class QueryChecks {
  private QueryChecks() {}

  /// Refuses what is too large before anything is resolved.
  static void sizes(ListQuery query) {
    Issues issues = new Issues();
    if (query.limit() < 1 || query.limit() > ListQuery.MAX_LIMIT) {
      issues.error(
          RecordError.RECORD_LIMIT_OUT_OF_RANGE,
          "limit",
          "limit",
          query.limit(),
          "maximum",
          ListQuery.MAX_LIMIT);
    }
    over(
        RecordError.RECORD_TOO_MANY_FIELDS,
        "fields",
        query.fields().size(),
        QueryLimits.FIELDS,
        issues);
    over(RecordError.RECORD_TOO_MANY_SORTS, "sort", query.sort().size(), QueryLimits.SORTS, issues);
    over(
        RecordError.RECORD_FILTER_TOO_LARGE,
        "filter",
        query.filters().size(),
        QueryLimits.FILTERS,
        issues);
    for (String filter : query.filters()) {
      over(
          RecordError.RECORD_FILTER_TOO_LONG,
          "filter",
          filter.length(),
          QueryLimits.FILTER_LENGTH,
          issues);
    }
    search(query, issues);
    throwIfAny(issues);
  }

  private static void search(ListQuery query, Issues issues) {
    String search = query.search();
    if (search == null) {
      return;
    }
    int length = search.codePointCount(0, search.length());
    if (length > QueryLimits.SEARCH_LENGTH
        || SearchWords.of(search).size() > QueryLimits.SEARCH_WORDS) {
      issues.error(
          RecordError.RECORD_SEARCH_TOO_LONG,
          "q",
          "length",
          length,
          "maximum",
          QueryLimits.SEARCH_LENGTH,
          "words",
          QueryLimits.SEARCH_WORDS);
    }
  }

  private static void over(
      RecordError code, String subject, int actual, int maximum, Issues issues) {
    if (actual > maximum) {
      issues.error(code, subject, "actual", actual, "maximum", maximum);
    }
  }

  /// Counts the different lookups that the query crosses. The names of shown references are not
  /// counted: they are fetched for the rows of one page only.
  static void joins(
      List<Selected> selected,
      List<SortKey> sort,
      List<Filter> filters,
      MetadataSnapshot snapshot,
      Issues issues) {
    Set<List<FieldRef.Hop>> crossed = new HashSet<>();
    Set<FieldRef> read = new HashSet<>();
    Stream.of(
            selected.stream().map(Selected::ref),
            sort.stream().map(SortKey::ref),
            filters.stream().flatMap(filter -> filter.fields().stream()))
        .flatMap(refs -> refs)
        .forEach(read::add);
    ComputedFields.of(snapshot).columns(read).forEach(ref -> prefixes(ref, crossed));
    over(RecordError.RECORD_TOO_MANY_JOINS, "fields", crossed.size(), QueryLimits.JOINS, issues);
  }

  private static void prefixes(FieldRef ref, Set<List<FieldRef.Hop>> crossed) {
    for (int i = 1; i <= ref.path().size(); i++) {
      crossed.add(ref.path().subList(0, i));
    }
  }

  /// A finding of ours speaks for itself when it is alone; everything else is gathered under one
  /// problem.
  static void throwIfAny(Issues issues) {
    List<Issue> found = issues.list();
    if (found.isEmpty()) {
      return;
    }
    Issue first = found.getFirst();
    if (found.size() == 1 && first.code() instanceof RecordError) {
      throw new ProblemException(first.code(), first.parameters(), found, null);
    }
    throw new ProblemException(RecordError.RECORD_QUERY_INVALID, found);
  }
}
