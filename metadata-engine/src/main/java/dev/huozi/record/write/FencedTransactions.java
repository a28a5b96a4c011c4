package dev.huozi.record.write;

import dev.huozi.metadata.schema.MetadataFence;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.database.DatabaseConflict;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.RecordError;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Transactions in which the model cannot change: a writer with an old snapshot gets the new one
/// and begins again, and so does one that lost a deadlock.
final class FencedTransactions {
  /// How often a passing conflict of the database is tried again.
  private static final int ATTEMPTS = 3;

  /// How often a newer model is followed. Publications hardly ever come faster than one write; a
  /// burst of them (a consultant's script) must not fail the people who work meanwhile.
  private static final int FOLLOWED_VERSIONS = 50;

  private final TenantDatabase database;
  private final SnapshotRegistry snapshots;

  FencedTransactions(TenantDatabase database, SnapshotRegistry snapshots) {
    this.database = database;
    this.snapshots = snapshots;
  }

  /// How one attempt ended.
  private sealed interface Outcome<T> {
    record Done<T>(T answer) implements Outcome<T> {}

    /// Nothing was done: the model is at `version` by now.
    record Stale<T>(long version) implements Outcome<T> {}
  }

  /// Runs `work` with the snapshot that is in force. `work` may run several times; only one of its
  /// runs is kept.
  <T> T run(RequestContext context, BiFunction<Transaction, MetadataSnapshot, T> work) {
    MetadataSnapshot snapshot = snapshots.current(context);
    int followed = 0;
    int conflicts = 0;
    while (followed < FOLLOWED_VERSIONS) {
      Outcome<T> outcome = attempt(context, snapshot, work, conflicts == ATTEMPTS - 1);
      switch (outcome) {
        case Outcome.Done<T> done -> {
          return done.answer();
        }
        case Outcome.Stale<T> stale -> {
          snapshot = snapshots.current(context.tenant(), stale.version());
          followed++;
        }
        case null -> conflicts++; // a passing conflict: once more
      }
    }
    throw new ProblemException(RecordError.RECORD_DEFINITION_CHANGED);
  }

  private <T> @Nullable Outcome<T> attempt(
      RequestContext context,
      MetadataSnapshot snapshot,
      BiFunction<Transaction, MetadataSnapshot, T> work,
      boolean last) {
    try {
      return database.inTransaction(
          context.tenant(),
          transaction -> {
            long version = MetadataFence.enter(transaction, context.tenant());
            return version == snapshot.version()
                ? new Outcome.Done<>(work.apply(transaction, snapshot))
                : new Outcome.Stale<>(version);
          });
    } catch (ProblemException problem) {
      if (isPassing(problem) && !last) {
        return null;
      }
      throw problem;
    }
  }

  /// Somebody was faster: the second attempt sees what they did.
  private static boolean isPassing(ProblemException problem) {
    return problem instanceof DatabaseConflict conflict
        ? conflict.kind().isPassing()
        : problem.code() == RecordError.RECORD_CHANGED_MEANWHILE;
  }
}
