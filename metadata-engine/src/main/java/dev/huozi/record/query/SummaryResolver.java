package dev.huozi.record.query;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.SummaryQuery;
import dev.huozi.record.query.QueryShape.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Resolves the groups and figures of a summary.
final class SummaryResolver {
  private final ObjectModel object;
  private final NameResolver names;
  private final MetadataSnapshot snapshot;
  private final Issues issues = new Issues();

  private SummaryResolver(ObjectModel object, MetadataSnapshot snapshot) {
    this.object = object;
    this.names = new NameResolver(snapshot);
    this.snapshot = snapshot;
  }

  /// @param rows which records are counted
  /// @throws ProblemException with one issue for each thing that is wrong
  static SummaryPlan resolve(SummaryQuery query, QueryPlan rows, MetadataSnapshot snapshot) {
    SummaryResolver resolver = new SummaryResolver(rows.shape().object(), snapshot);
    List<Selected> groups =
        query.groups().stream().map(resolver::group).filter(Objects::nonNull).toList();
    List<SummaryPlan.Figure> figures = query.measures().stream().map(resolver::figure).toList();
    QueryChecks.joins(
        read(groups, figures), List.of(), rows.shape().filters(), snapshot, resolver.issues);
    QueryChecks.throwIfAny(resolver.issues);
    return new SummaryPlan(rows, groups, figures);
  }

  private @Nullable Selected group(String name) {
    FieldRef ref = names.resolve(object, name, issues);
    if (ref == null) {
      return null;
    }
    ComputedChecks.hasSql(ref, snapshot, ref.name(), issues);
    SummaryChecks.group(ref, issues);
    return new Selected(ref, ReferenceTargets.of(ref.field(), snapshot));
  }

  private SummaryPlan.Figure figure(SummaryQuery.Measure measure) {
    FieldRef ref = measure.field() == null ? null : names.resolve(object, measure.field(), issues);
    if (ref != null) {
      ComputedChecks.hasSql(ref, snapshot, ref.name(), issues);
      SummaryChecks.figure(measure.function(), ref, issues);
    }
    return new SummaryPlan.Figure(measure.function(), ref);
  }

  private static List<Selected> read(List<Selected> groups, List<SummaryPlan.Figure> figures) {
    List<Selected> all = new ArrayList<>(groups);
    figures.stream()
        .flatMap(figure -> Stream.ofNullable(figure.field()))
        .forEach(ref -> all.add(new Selected(ref, List.of())));
    return all;
  }
}
