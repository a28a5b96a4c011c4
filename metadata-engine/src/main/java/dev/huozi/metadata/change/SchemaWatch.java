package dev.huozi.metadata.change;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.metadata.store.SchemaTasks;
import dev.huozi.metadata.store.WorkSigns;
import dev.huozi.metadata.store.WorkSigns.Step;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks how far publications are, and the steps after them.
@Singleton
public final class SchemaWatch {
  private static final int WHOLE = 100;

  private final TenantDatabase database;
  private final SnapshotRegistry snapshots;

  public SchemaWatch(TenantDatabase database, SnapshotRegistry snapshots) {
    this.database = database;
    this.snapshots = snapshots;
  }

  public SchemaProgress now(RequestContext context) {
    DefaultMetadataPublisher.requireAdministrator(context.principal());
    Tenant tenant = context.tenant();
    ReadSession session = database.reading(tenant);
    List<WorkSigns.Sign> signs = WorkSigns.read(session, tenant);
    List<SchemaTasks.Waiting> tasks = SchemaTasks.waiting(session, tenant);
    if (signs.isEmpty() && tasks.isEmpty()) {
      return new SchemaProgress(List.of(), List.of());
    }
    MetadataSnapshot snapshot = snapshots.current(context);
    boolean underWay = signs.stream().anyMatch(sign -> sign.step() == Step.LATER);
    return new SchemaProgress(
        signs.stream().map(sign -> running(snapshot, sign)).toList(),
        tasks.stream()
            .filter(task -> !underWay || task.failure() != null)
            .map(task ->
                new SchemaProgress.Waiting(
                    object(snapshot, task.table()), task.attempts(), task.failure()))
            .toList());
  }

  private static SchemaProgress.Running running(MetadataSnapshot snapshot, WorkSigns.Sign sign) {
    return new SchemaProgress.Running(
        sign.step(),
        sign.number(),
        sign.of(),
        sign.table() == null ? null : object(snapshot, sign.table()),
        sign.total() > 0 ? (int) (sign.done() * WHOLE / sign.total()) : null);
  }

  private static @Nullable String object(MetadataSnapshot snapshot, SqlIdentifier table) {
    return snapshot.objects().stream()
        .filter(object -> object.table().equals(table))
        .findFirst()
        .map(ObjectModel::name)
        .orElse(null);
  }
}
