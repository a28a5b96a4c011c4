package dev.huozi.record.load.job;

import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.identity.Accounts;
import dev.huozi.record.RecordService;
import java.time.Clock;

/// What works on imports, and with what.
///
/// @param clock the moments that records are stamped with
record ImportDesk(
    TenantDatabase database,
    SnapshotRegistry snapshots,
    RecordService records,
    Accounts accounts,
    Clock clock) {
  /// How long nobody else takes a job whose holder is silent: three heartbeats.
  static final int LEASE_SECONDS = 6;

  ImportFiles files() {
    return new ImportFiles(database);
  }
}
