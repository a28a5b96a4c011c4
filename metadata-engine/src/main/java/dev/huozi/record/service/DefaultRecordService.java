package dev.huozi.record.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.CandidateQuery;
import dev.huozi.record.DraftRequest;
import dev.huozi.record.DraftView;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordCommand;
import dev.huozi.record.RecordPage;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordSummary;
import dev.huozi.record.RecordTransaction;
import dev.huozi.record.RecordView;
import dev.huozi.record.SummaryQuery;
import dev.huozi.record.query.CursorCodec;
import dev.huozi.record.query.NameResolver;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.RowAccess;
import dev.huozi.record.query.ShapeCache;
import dev.huozi.record.sql.FormulaFilterCompiler;
import dev.huozi.record.write.WritePipeline;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// Records on the tenants' database.
@Singleton
public final class DefaultRecordService implements RecordService {
  private static final int CACHED_SHAPES = 2_000;
  private static final int MOST_CHANGES = 1_000;

  private final TenantDatabase database;
  private final SnapshotRegistry snapshots;
  private final RowAccess access;
  private final RecordReader reader;
  private final WritePipeline pipeline;

  public DefaultRecordService(TenantDatabase database, SnapshotRegistry snapshots) {
    this.database = database;
    this.snapshots = snapshots;
    this.access = RowAccess.EVERYTHING;
    QueryAnalyzer analyzer =
        new QueryAnalyzer(
            new FormulaFilterCompiler(),
            access,
            new CursorCodec(new StoredCursorSecrets(database)),
            new ShapeCache(CACHED_SHAPES));
    this.reader = new RecordReader(database, snapshots, analyzer);
    this.pipeline = new WritePipeline(database, snapshots, analyzer, access);
  }

  @Override
  public RecordView get(RequestContext context, String object, UUID id, List<String> fields) {
    return reader.get(context, object, id, fields);
  }

  @Override
  public RecordPage list(RequestContext context, ListQuery query) {
    return reader.list(context, query);
  }

  @Override
  public List<RecordView> candidates(RequestContext context, CandidateQuery query) {
    return pipeline.candidates(context, query);
  }

  @Override
  public RecordSummary summary(RequestContext context, SummaryQuery query) {
    return reader.summary(context, query);
  }

  @Override
  public void each(RequestContext context, ListQuery query, Consumer<RecordView> each) {
    reader.each(context, query, each);
  }

  @Override
  public RecordView execute(RequestContext context, RecordCommand command) {
    return pipeline.execute(context, command);
  }

  @Override
  public DraftView draft(RequestContext context, DraftRequest request) {
    return pipeline.draft(context, request);
  }

  @Override
  public Set<String> holding(
      RequestContext context, RecordView record, Collection<String> conditions) {
    return conditions.isEmpty() ? Set.of() : reader.holding(context, record, conditions);
  }

  @Override
  public <T> T transact(RequestContext context, Function<RecordTransaction, T> work) {
    return pipeline.transact(context, work);
  }

  @Override
  public List<UUID> createAll(RequestContext context, String object, List<ObjectNode> values) {
    return pipeline.createAll(context, object, values);
  }

  @Override
  public List<Change> history(RequestContext context, String object, UUID id, int limit) {
    MetadataSnapshot snapshot = snapshots.current(context);
    ObjectModel model = new NameResolver(snapshot).object(object);
    // Whoever may not read the record may not read its history.
    RecordView record = reader.get(context, object, id, List.of("id"));
    return new HistoryReader(context, snapshot, database.reading(context.tenant()), access)
        .read(model, record.id(), Math.clamp(limit, 1, MOST_CHANGES));
  }
}
