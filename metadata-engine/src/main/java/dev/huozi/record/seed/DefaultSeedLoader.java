package dev.huozi.record.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.pack.SeedLoader;
import dev.huozi.metadata.pack.SeedTable;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.problem.SourceLocation;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.RecordService;
import dev.huozi.record.sql.UniqueRenderer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes seed data in chunks, each one transaction of the write pipeline.
@Singleton
public final class DefaultSeedLoader implements SeedLoader {
  private static final int CHUNK = 1_000;
  private static final Pattern SUBJECT = Pattern.compile("records\\[([0-9]+)]\\.(.+)");

  private final RecordService records;
  private final SnapshotRegistry snapshots;
  private final TenantDatabase database;

  public DefaultSeedLoader(
      RecordService records, SnapshotRegistry snapshots, TenantDatabase database) {
    this.records = records;
    this.snapshots = snapshots;
    this.database = database;
  }

  @Override
  public List<SeedCount> count(
      RequestContext context,
      MetadataSnapshot present,
      MetadataSnapshot candidate,
      List<SeedTable> tables,
      Issues issues) {
    List<SeedCount> counts = new ArrayList<>();
    for (SeedTable table : tables) {
      SeedPlan plan = SeedPlan.of(table, candidate, issues);
      if (plan != null) {
        table.rows().forEach(row -> plan.wanted(row, candidate, issues));
        int there = there(context, plan, present);
        int rows = table.rows().size();
        counts.add(new SeedCount(table.file(), table.object(), rows, rows - there));
      }
    }
    return counts;
  }

  private int there(RequestContext context, SeedPlan plan, MetadataSnapshot present) {
    ObjectModel object = present.object(plan.object().name());
    FieldModel key = object == null ? null : object.field(plan.key().name());
    if (object == null || key == null) {
      return 0;
    }
    int there = 0;
    for (List<SeedTable.Row> chunk : chunks(plan.table().rows())) {
      there += there(context, object, key, chunk, present.version()).size();
    }
    return there;
  }

  /// The places in `rows` of those whose keys records have already.
  private Set<Integer> there(
      RequestContext context,
      ObjectModel object,
      FieldModel key,
      List<SeedTable.Row> rows,
      long version) {
    List<Map<FieldModel, Object>> values =
        rows.stream().map(row -> Map.<FieldModel, Object>of(key, row.values().getFirst())).toList();
    List<UniqueRenderer.Key> asked = List.of(new UniqueRenderer.Key(List.of(key), values));
    Set<Integer> places = new HashSet<>();
    database
        .reading(context.tenant())
        .query(UniqueRenderer.render(asked, object, version), UniqueRenderer::read)
        .forEach(holder -> places.add(holder.row() - 1));
    return places;
  }

  @Override
  public void load(RequestContext context, List<SeedTable> tables) {
    if (tables.isEmpty()) {
      return;
    }
    MetadataSnapshot snapshot = snapshots.current(context);
    Issues issues = new Issues();
    List<SeedPlan> plans = new ArrayList<>();
    for (SeedTable table : tables) {
      if (SeedPlan.of(table, snapshot, issues) instanceof SeedPlan plan) {
        plans.add(plan);
      }
    }
    issues.throwIfErrors(MetadataError.SEED_REFUSED);
    for (SeedPlan plan : SeedOrder.of(plans)) {
      for (List<SeedTable.Row> chunk : chunks(plan.table().rows())) {
        load(context, plan, chunk, snapshot);
      }
    }
  }

  private void load(
      RequestContext context, SeedPlan plan, List<SeedTable.Row> rows, MetadataSnapshot snapshot) {
    Set<Integer> there = there(context, plan.object(), plan.key(), rows, snapshot.version());
    Issues issues = new Issues();
    List<SeedPlan.Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!there.contains(i)) {
        wanted.add(plan.wanted(rows.get(i), snapshot, issues));
      }
    }
    issues.throwIfErrors(MetadataError.SEED_REFUSED);
    if (wanted.isEmpty()) {
      return;
    }
    List<ObjectNode> values = wanted.stream().map(SeedPlan.Wanted::values).toList();
    try {
      records.createAll(context, plan.object().name(), values);
    } catch (ProblemException problem) {
      throw placed(problem, plan, wanted);
    }
  }

  /// What the write pipeline refused, with the places in the file.
  private static ProblemException placed(
      ProblemException problem, SeedPlan plan, List<SeedPlan.Wanted> wanted) {
    List<Issue> issues =
        problem.issues().stream().map(issue -> issue.at(place(issue, plan, wanted))).toList();
    return issues.isEmpty() ? problem : new ProblemException(MetadataError.SEED_REFUSED, issues);
  }

  private static @Nullable SourceLocation place(
      Issue issue, SeedPlan plan, List<SeedPlan.Wanted> wanted) {
    Matcher subject = SUBJECT.matcher(issue.subject() == null ? "" : issue.subject());
    if (!subject.matches()) {
      return null;
    }
    SeedTable.Row row = wanted.get(Integer.parseInt(subject.group(1))).row();
    for (int i = 0; i < plan.columns().size(); i++) {
      if (plan.columns().get(i).field().name().equals(subject.group(2))) {
        return plan.table().at(row, i);
      }
    }
    return new SourceLocation(plan.table().file(), row.line(), 1);
  }

  private static List<List<SeedTable.Row>> chunks(List<SeedTable.Row> rows) {
    List<List<SeedTable.Row>> chunks = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += CHUNK) {
      chunks.add(rows.subList(from, Math.min(rows.size(), from + CHUNK)));
    }
    return chunks;
  }
}
