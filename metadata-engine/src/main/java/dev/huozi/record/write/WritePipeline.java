package dev.huozi.record.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.database.DatabaseConflict;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.value.RecordIds;
import dev.huozi.record.BulkWrite;
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
import dev.huozi.record.sql.InsertRenderer;
import dev.huozi.record.sql.InsertRenderer.NewRow;
import dev.huozi.record.sql.StoredJson;
import dev.huozi.record.sql.UpdateRenderer;
import dev.huozi.record.sql.UpdateRenderer.ChangedRow;
import dev.huozi.record.sql.WriteMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The one way to write records, one or many. See the package for the order of its steps.
public final class WritePipeline {
  /// Records of one command.
  public static final int MOST_RECORDS = BulkWrite.MOST_ROWS;

  private static final int ROWS_PER_STATEMENT = 1_000;

  /// What happens to values before anything is written. Formulas and rules take their places after
  /// coercion.
  private static final List<WriteStep> CHECKS =
      List.of(
          new DefaultsStep(),
          new CoercionStep(),
          new PicklistStep(),
          new RequiredStep(),
          new ReferenceStep(),
          new UniqueStep());

  private static final WriteStep NUMBERS = new NumberStep();

  private final FencedTransactions transactions;
  private final RecordLoader loader;
  private final RowAccess access;

  public WritePipeline(
      TenantDatabase database,
      SnapshotRegistry snapshots,
      QueryAnalyzer analyzer,
      RowAccess access) {
    this.transactions = new FencedTransactions(database, snapshots);
    this.loader = new RecordLoader(analyzer);
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

  private RecordTransaction open(
      RequestContext context, MetadataSnapshot snapshot, Transaction transaction) {
    return new RecordTransaction() {
      @Override
      public MetadataSnapshot snapshot() {
        return snapshot;
      }

      @Override
      public List<RowOutcome> write(BulkWrite write) {
        WriteScope scope = scope(context, snapshot, write.object(), transaction, false);
        return new SetWriter(scope, write, loader).run();
      }

      @Override
      public RecordView execute(RecordCommand command) {
        WriteScope scope = scope(context, snapshot, command.object(), transaction, false);
        return switch (command) {
          case RecordCommand.Create create -> create(scope, create);
          case RecordCommand.Update update -> update(scope, update);
          case RecordCommand.Delete delete -> delete(scope, delete);
        };
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
    Draft ready = numbered(scope, checked(scope, List.of(draft))).getFirst();
    RecordView record = RecordLoader.after(scope, ready, 1);
    IdempotencyRenderer.Answer answer =
        key == null ? null : RepeatableRequests.answer(scope, key, record);
    NewRow row = new NewRow(ready.id(), ready.values());
    write(scope, List.of(ready), InsertRenderer.one(mark(scope), row, answer));
    return record;
  }

  /// The ids of the new records, in the order of their values. All or nothing.
  public List<UUID> createAll(RequestContext context, String object, List<ObjectNode> values) {
    if (values.size() > MOST_RECORDS) {
      throw new ProblemException(
          RecordError.RECORD_TOO_MANY, "actual", values.size(), "maximum", MOST_RECORDS);
    }
    return transactions.run(
        context,
        (transaction, snapshot) ->
            createAll(scope(context, snapshot, object, transaction, true), values));
  }

  private static List<UUID> createAll(WriteScope scope, List<ObjectNode> values) {
    List<Draft> drafts = new ArrayList<>(values.size());
    for (ObjectNode one : values) {
      drafts.add(Draft.of(drafts.size(), RecordIds.next(), one, null));
    }
    List<Draft> ready = checked(scope, drafts);
    insert(scope, ready);
    return ready.stream().map(Draft::id).toList();
  }

  /// Writes checked new records.
  static void insert(WriteScope scope, List<Draft> drafts) {
    List<Draft> ready = numbered(scope, drafts);
    for (int from = 0; from < ready.size(); from += ROWS_PER_STATEMENT) {
      List<Draft> chunk = ready.subList(from, Math.min(ready.size(), from + ROWS_PER_STATEMENT));
      List<NewRow> rows =
          chunk.stream().map(draft -> new NewRow(draft.id(), draft.values())).toList();
      write(scope, chunk, InsertRenderer.many(mark(scope), rows));
    }
  }

  /// Writes checked changes of existing records, all of them or none.
  ///
  /// @throws ProblemException `RECORD_CHANGED_MEANWHILE` when one of them is no longer what was
  ///   read
  static void change(WriteScope scope, List<Draft> drafts) {
    for (int from = 0; from < drafts.size(); from += ROWS_PER_STATEMENT) {
      List<Draft> chunk = drafts.subList(from, Math.min(drafts.size(), from + ROWS_PER_STATEMENT));
      List<ChangedRow> rows = chunk.stream().map(WritePipeline::changedRow).toList();
      Integer written = write(scope, chunk, UpdateRenderer.many(mark(scope), rows));
      if (written == null || written != chunk.size()) {
        throw new ProblemException(RecordError.RECORD_CHANGED_MEANWHILE);
      }
    }
  }

  private static ChangedRow changedRow(Draft draft) {
    Map<FieldModel, @Nullable Object> changes = draft.changes();
    int version = Objects.requireNonNull(draft.before()).version();
    return new ChangedRow(draft.id(), version, changes, history(draft, changes));
  }

  /// A change that changes nothing leaves the record's version alone.
  private RecordView update(WriteScope scope, RecordCommand.Update command) {
    RecordView before = loader.load(scope, command.id(), command.expectedVersion());
    Draft draft = Draft.of(0, command.id(), command.values(), before);
    Draft ready = checked(scope, List.of(draft)).getFirst();
    Map<FieldModel, @Nullable Object> changes = ready.changes();
    if (changes.isEmpty()) {
      return before;
    }
    int expected = command.expectedVersion();
    Integer version =
        write(
            scope,
            List.of(ready),
            UpdateRenderer.one(
                mark(scope), command.id(), expected, changes, history(ready, changes)));
    if (version == null) {
      throw overtaken(scope, command.id(), expected);
    }
    return RecordLoader.after(scope, ready, version);
  }

  private RecordView delete(WriteScope scope, RecordCommand.Delete command) {
    lock(scope, command.id());
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
            DeleteRenderer.lockAll(mark(scope), versions.keySet()),
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

  /// Runs a writing statement; the number that it answers, if it answers one.
  private static @Nullable Integer write(
      WriteScope scope, List<Draft> drafts, SqlFragment statement) {
    try {
      List<Integer> answer =
          scope
              .transaction()
              .query(statement, row -> Objects.requireNonNullElse(row.integer(0), 0));
      return answer.isEmpty() ? null : answer.getFirst();
    } catch (DatabaseConflict conflict) {
      throw ConflictWording.word(conflict, scope, drafts);
    }
  }

  /// Keeps a record from changing until the transaction ends; its version, or null when it is gone.
  private static @Nullable Integer lock(WriteScope scope, UUID id) {
    return scope
        .transaction()
        .queryOne(
            DeleteRenderer.lock(mark(scope), id), row -> Objects.requireNonNull(row.integer(0)));
  }

  /// Somebody changed or deleted the record between our reading and our writing it.
  private static ProblemException overtaken(WriteScope scope, UUID id, int expected) {
    Integer current = lock(scope, id);
    return current == null
        ? new ProblemException(
            RecordError.RECORD_NOT_FOUND, "object", scope.object().name(), "id", id)
        : RecordLoader.stale(expected, current);
  }

  /// The drafts as they will be written; what is wrong with them is in the scope's issues.
  static List<Draft> check(WriteScope scope, List<Draft> drafts) {
    List<Draft> ready = drafts;
    for (WriteStep step : CHECKS) {
      ready = step.apply(scope, ready);
    }
    return ready;
  }

  private static List<Draft> checked(WriteScope scope, List<Draft> drafts) {
    List<Draft> ready = check(scope, drafts);
    scope.throwIfRefused();
    return ready;
  }

  private static List<Draft> numbered(WriteScope scope, List<Draft> drafts) {
    return NUMBERS.apply(scope, drafts);
  }

  private static ObjectNode history(Draft draft, Map<FieldModel, @Nullable Object> changes) {
    Map<String, ArrayNode> pairs = new LinkedHashMap<>();
    changes.forEach((field, value) ->
        pairs.put(
            StoredJson.key(field),
            Json.mapper()
                .createArrayNode()
                .add(StoredJson.write(field, draft.valueBefore(field), false))
                .add(StoredJson.write(field, value, false))));
    ObjectNode history = Json.mapper().createObjectNode();
    pairs.forEach(history::set);
    return history;
  }

  private WriteScope scope(
      RequestContext context,
      MetadataSnapshot snapshot,
      String name,
      Transaction transaction,
      boolean bulk) {
    ObjectModel object = new NameResolver(snapshot).object(name);
    return WriteScope.of(context, snapshot, object, access, transaction, bulk);
  }

  private static WriteMark mark(WriteScope scope) {
    return new WriteMark(
        scope.context().tenant(),
        scope.object(),
        scope.snapshot().version(),
        scope.context().principal().userId(),
        scope.now());
  }
}
