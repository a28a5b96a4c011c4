package dev.huozi.ui;

import dev.huozi.metadata.schema.MetadataFence;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.record.RecordService;
import dev.huozi.record.query.RowAccess;
import dev.huozi.record.service.DefaultRecordService;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Puts the record service together. Sharing rules will answer instead of `RowAccess.EVERYTHING` once they exist.
@Singleton
final class RecordBeans {
  @Produces
  @Singleton
  RecordService records(TenantDatabase database, SnapshotRegistry snapshots) {
    return new DefaultRecordService(
        database, snapshots, MetadataFence::enter, RowAccess.EVERYTHING);
  }
}
