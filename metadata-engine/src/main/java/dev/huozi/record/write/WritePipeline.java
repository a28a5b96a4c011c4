package dev.huozi.record.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.database.DatabaseConflict;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.value.RecordIds;
import dev.huozi.record.BulkWrite;
import dev.huozi.record.CandidateQuery;
import dev.huozi.record.DraftRequest;
import dev.huozi.record.DraftView;
import dev.huozi.record.RecordCommand;
import dev.huozi.record.RecordError;
import dev.huozi.record.RecordTransaction;
import dev.huozi.record.RecordView;
import dev.huozi.record.RowOutcome;
import dev.huozi.record.query.NameResolver;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.RowAccess;
import dev.huozi.record.sql.DeleteRenderer;
import dev.huozi.record.sql.IdempotencyRenderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// The one way to write records, one or many. See the package for the order of its steps.
public final class WritePipeline {
  /// Records of one command.
  public static final int MOST_RECORDS = BulkWrite.MOST_ROWS;

  private final FencedTransactions transactions;
  private final RecordLoader loader;
  private final QueryAnalyzer analyzer;
  private final RowAccess access;

  public WritePipeline(
      TenantDatabase database,
      SnapshotRegistry snapshots,
      QueryAnalyzer analyzer,
      RowAccess access) {
    this.transactions = new FencedTransactions(database, snapshots);
    this.loader = new RecordLoader(analyzer);
    this.analyzer = analyzer;
    this.access = access;
  }

  /// One record: as it is now, or for a deletion as it was.
  public RecordView execute(RequestContext context, RecordCommand command) {
    return transact(context, transaction -> transaction.execute(command));
  }

  /// Several writes, committed together. `work` may run several times; one of its runs is kept.
  public <T> T transact(RequestContext context, Function<RecordTransaction, T> work) {
    return transactions.run(
        context, (transaction, snapshot) -> work.apply(open(context, snapshot, transaction)));
  }

  /// The records that a reference may point at while its record is typed. Nothing is written.
  public List<RecordView> candidates(RequestContext context, CandidateQuery query) {
    return transactions.run(
        context,
        (transaction, snapshot) ->
            new Candidates(scope(context, snapshot, query.object(), transaction, false), loader)
                .find(query));
  }

  /// What the rules say of a record that is still being written.
  public DraftView draft(RequestContext context, DraftRequest request) {
    return transactions.run(
        context,
        (transaction, snapshot) -> {
          UUID id = request.id();
          RecordView before =
              id == null
                  ? null
                  : loader.load(scope(context, snapshot, request.object(), transaction, false), id);
          return new DraftReader(
                  request,
                  before,
                  () -> scope(context, snapshot, request.object(), transaction, false))
              .read();
        });
  }

  private RecordTransaction open(
      RequestContext context, MetadataSnapshot snapshot, Transaction transaction) {
    return new RecordTransaction() {
      private Map<Integer, List<Issue>> warnings = Map.of();

      @Override
      public Map<Integer, List<Issue>> warnings() {
        return warnings;
      }

      @Override
      public MetadataSnapshot snapshot() {
        return snapshot;
      }

      @Override
      public List<RowOutcome> write(BulkWrite write) {
        WriteScope scope = scope(context, snapshot, write.object(), transaction, false);
        List<RowOutcome> outcomes = new SetWriter(scope, write, loader).run();
        warnings = scope.warnings().all();
        return outcomes;
      }

      @Override
      public List<UUID> createAll(String object, List<ObjectNode> values) {
        WriteScope scope = scope(context, snapshot, object, transaction, true);
        List<UUID> ids = WritePipeline.createAll(scope, values);
        warnings = scope.warnings().all();
        return ids;
      }

      @Override
      public RecordView execute(RecordCommand command) {
        WriteScope scope = scope(context, snapshot, command.object(), transaction, false);
        RecordView record =
            switch (command) {
              case RecordCommand.Create create -> create(scope, create);
              case RecordCommand.Update update -> update(scope, update);
              case RecordCommand.Delete delete -> delete(scope, delete);
            };
        warnings = scope.warnings().all();
        return record;
      }

      @Override
      public Map<UUID, Integer> deleteUnused(String object, Map<UUID, Integer> versions) {
        return WritePipeline.deleteUnused(
            scope(context, snapshot, object, transaction, false), versions);
      }

      @Override
      public Transaction connection() {
        return transaction;
      }
    };
  }

  private static RecordView create(WriteScope scope, RecordCommand.Create command) {
    String key = command.idempotencyKey();
    RecordView kept = key == null ? null : RepeatableRequests.claim(scope, command, key);
    if (kept != null) {
      return kept;
    }
    Draft draft = Draft.of(0, RecordIds.next(), command.values(), null);
    DraftWriter writer = new DraftWriter(scope);
    Draft ready = writer.numbered(DraftChecks.require(scope, List.of(draft))).getFirst();
    RecordView record = RecordLoader.after(scope, ready, 1);
    IdempotencyRenderer.Answer answer =
        key == null ? null : RepeatableRequests.answer(scope, key, record);
    writer.insert(ready, answer);
    return record;
  }

  /// The ids of the new records, in the order of their values. All or nothing.
  public List<UUID> createAll(RequestContext context, String object, List<ObjectNode> values) {
    return transact(context, transaction -> transaction.createAll(object, values));
  }

  private static List<UUID> createAll(WriteScope scope, List<ObjectNode> values) {
    if (values.size() > MOST_RECORDS) {
      throw new ProblemException(
          RecordError.RECORD_TOO_MANY, "actual", values.size(), "maximum", MOST_RECORDS);
    }
    List<Draft> drafts = new ArrayList<>(values.size());
    for (ObjectNode one : values) {
      drafts.add(Draft.of(drafts.size(), RecordIds.next(), one, null));
    }
    List<Draft> ready = DraftChecks.require(scope, drafts);
    new DraftWriter(scope).insert(ready);
    return ready.stream().map(Draft::id).toList();
  }

  /// A change that changes nothing leaves the record's version alone.
  private RecordView update(WriteScope scope, RecordCommand.Update command) {
    RecordView before = loader.load(scope, command.id(), command.expectedVersion());
    Draft draft = Draft.of(0, command.id(), command.values(), before);
    Draft ready = DraftChecks.require(scope, List.of(draft)).getFirst();
    if (ready.changes().isEmpty()) {
      return before;
    }
    int expected = command.expectedVersion();
    Integer version = new DraftWriter(scope).change(ready, expected);
    if (version == null) {
      throw overtaken(scope, command.id(), expected);
    }
    return RecordLoader.after(scope, ready, version);
  }

  private RecordView delete(WriteScope scope, RecordCommand.Delete command) {
    new DraftWriter(scope).lock(command.id());
    RecordView record = loader.load(scope, command.id(), command.expectedVersion());
    try {
      new Deletion(scope, command.id()).run();
    } catch (DatabaseConflict conflict) {
      throw ConflictWording.word(conflict, scope, List.of());
    }
    return record;
  }

  private static Map<UUID, Integer> deleteUnused(WriteScope scope, Map<UUID, Integer> versions) {
    Map<UUID, Integer> changed = new LinkedHashMap<>();
    Set<UUID> unchanged = new LinkedHashSet<>();
    scope
        .transaction()
        .query(
            DeleteRenderer.lockAll(scope.mark(), versions.keySet()),
            row ->
                Map.entry(
                    Objects.requireNonNull(row.uuid(0)), Objects.requireNonNull(row.integer(1))))
        .forEach(found -> {
          if (found.getValue().equals(versions.get(found.getKey()))) {
            unchanged.add(found.getKey());
          } else {
            changed.put(found.getKey(), found.getValue());
          }
        });
    if (!unchanged.isEmpty()) {
      try {
        new Deletion(scope, unchanged, true).run();
      } catch (DatabaseConflict conflict) {
        throw ConflictWording.word(conflict, scope, List.of());
      }
    }
    return changed;
  }

  /// Somebody changed or deleted the record between our reading and our writing it.
  private static ProblemException overtaken(WriteScope scope, UUID id, int expected) {
    Integer current = new DraftWriter(scope).lock(id);
    return current == null
        ? new ProblemException(
            RecordError.RECORD_NOT_FOUND, "object", scope.object().name(), "id", id)
        : RecordLoader.stale(expected, current);
  }

  private WriteScope scope(
      RequestContext context,
      MetadataSnapshot snapshot,
      String name,
      Transaction transaction,
      boolean bulk) {
    ObjectModel object = new NameResolver(snapshot).object(name);
    return WriteScope.of(context, snapshot, object, analyzer, access, transaction, bulk);
  }
}
