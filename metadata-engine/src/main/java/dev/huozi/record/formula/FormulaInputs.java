package dev.huozi.record.formula;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.QueryPlan;
import dev.huozi.record.sql.QueryRenderer;
import dev.huozi.record.sql.RenderedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Fetches what formulas over a set of records read of other records: one statement for each
/// reference that a formula crosses first, one for the user; none when the records themselves
/// suffice.
public final class FormulaInputs {
  private final QueryAnalyzer analyzer;
  private final MetadataSnapshot snapshot;
  private final RequestContext context;
  private final Function<RenderedQuery, List<RecordView>> run;

  /// @param run runs a statement in the transaction, or on the connection, that the records belong
  ///   to
  public FormulaInputs(
      QueryAnalyzer analyzer,
      MetadataSnapshot snapshot,
      RequestContext context,
      Function<RenderedQuery, List<RecordView>> run) {
    this.analyzer = analyzer;
    this.snapshot = snapshot;
    this.context = context;
    this.run = run;
  }

  /// What was fetched.
  ///
  /// @param related records by the reference that leads there and their id; values by path
  public record Related(
      Map<FieldModel, Map<UUID, RecordView>> related, @Nullable RecordView user, UUID userId) {
    static final String ID = "id";

    /// A field that a reference of a record leads to.
    ///
    /// @param target what the reference holds
    public @Nullable Object value(FieldRef field, @Nullable Object target) {
      if (!(target instanceof Reference reference)) {
        return null;
      }
      FieldRef.Hop first = field.path().getFirst();
      RecordView found = related.getOrDefault(first.lookup(), Map.of()).get(reference.id());
      if (found == null) {
        return null;
      }
      FieldRef rest = rest(field);
      return isId(rest) ? reference.id() : found.get(rest.name());
    }

    /// A field of whoever asks.
    public @Nullable Object ofUser(FieldRef field) {
      if (isId(field)) {
        return userId;
      }
      return user == null ? null : user.get(field.name());
    }

    private static boolean isId(FieldRef field) {
      return field.isOwn() && field.name().equals(ID);
    }
  }

  /// @param records each gives the value that a reference of it holds
  public Related load(
      Collection<BoundFormula> formulas,
      List<? extends Function<FieldModel, @Nullable Object>> records) {
    Map<FieldRef.Hop, Set<String>> wanted = new LinkedHashMap<>();
    Set<String> ofUser = new LinkedHashSet<>();
    for (BoundFormula formula : ComputedFields.of(snapshot).withOwn(formulas)) {
      for (FieldRef field : formula.fields()) {
        if (!field.isOwn()) {
          wanted
              .computeIfAbsent(field.path().getFirst(), _ -> new LinkedHashSet<>())
              .add(rest(field).name());
        }
      }
      formula.userFields().stream()
          .filter(field -> !Related.isId(field))
          .forEach(field -> ofUser.add(field.name()));
    }
    Map<FieldModel, Map<UUID, RecordView>> related = new HashMap<>();
    wanted.forEach((hop, names) ->
        related.put(hop.lookup(), fetch(hop.target(), ids(hop.lookup(), records), names)));
    UUID userId = context.principal().userId();
    RecordView user =
        ofUser.isEmpty()
            ? null
            : fetch(UserFields.object(snapshot), Set.of(userId), ofUser).get(userId);
    return new Related(related, user, userId);
  }

  private static Set<UUID> ids(
      FieldModel lookup, List<? extends Function<FieldModel, @Nullable Object>> records) {
    Set<UUID> ids = new LinkedHashSet<>();
    for (Function<FieldModel, @Nullable Object> record : records) {
      if (record.apply(lookup) instanceof Reference reference) {
        ids.add(reference.id());
      }
    }
    return ids;
  }

  private Map<UUID, RecordView> fetch(ObjectModel object, Set<UUID> ids, Set<String> names) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    QueryPlan plan =
        analyzer.byIds(object.name(), List.copyOf(ids), List.copyOf(names), snapshot, context);
    Map<UUID, RecordView> found = new HashMap<>();
    run.apply(QueryRenderer.records(plan)).forEach(record -> found.put(record.id(), record));
    return found;
  }

  /// The field as seen from the record that its first reference leads to.
  private static FieldRef rest(FieldRef field) {
    return new FieldRef(field.path().subList(1, field.path().size()), field.field());
  }
}
