package dev.huozi.platform.dump.store;

import dev.huozi.platform.database.TenantView;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.dump.CopyProgress;
import dev.huozi.platform.dump.CopyProgress.Step;
import dev.huozi.platform.dump.DumpManifest;
import dev.huozi.platform.dump.DumpManifest.DumpedAccount;
import dev.huozi.platform.dump.DumpManifest.DumpedTable;
import dev.huozi.platform.dump.DumpManifest.PackVersion;
import dev.huozi.platform.dump.DumpSource;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A tenant of this installation at one moment.
public final class LiveTenant implements DumpSource {
  private final TenantView view;
  private final Tenant tenant;
  private final List<TableRows> tables;
  private final DumpManifest manifest;

  /// What to say about the dump beside the rows.
  ///
  /// @param schema the state of the fixed tables
  /// @param complete false for the model alone
  public record About(
      String product,
      String schema,
      Instant madeAt,
      boolean complete,
      List<DumpedAccount> accounts,
      List<PackVersion> packs) {}

  /// Counts and sums up the tables.
  public LiveTenant(
      TenantView view, Tenant tenant, List<TableRows> tables, About about, CopyProgress progress) {
    this.view = view;
    this.tenant = tenant;
    this.tables = List.copyOf(tables);
    this.manifest = measure(about, progress);
  }

  private DumpManifest measure(About about, CopyProgress progress) {
    Transaction transaction = view.transaction();
    List<DumpedTable> measured = new ArrayList<>();
    for (TableRows table : tables) {
      progress.at(Step.MEASURING, measured.size(), tables.size());
      TableRows.Sum sum = table.sum(transaction, tenant);
      measured.add(
          new DumpedTable(
              table.table().name(),
              table.columns().stream().map(SqlIdentifier::name).toList(),
              sum.rows(),
              sum.checksum(),
              table.bytes(transaction, tenant)));
    }
    return new DumpManifest(
        DumpManifest.FORMAT,
        about.product(),
        about.madeAt(),
        new DumpManifest.Owner(
            tenant.code(),
            tenant.name(),
            tenant.zone().getId(),
            tenant.currency(),
            tenant.sortCollation(),
            tenant.locale().toLanguageTag()),
        about.schema(),
        version(transaction),
        about.complete(),
        measured,
        SchemaTables.sequences(transaction, tenant),
        about.accounts(),
        about.packs());
  }

  private long version(Transaction transaction) {
    return Objects.requireNonNull(
        transaction.queryOne(
            SqlFragment.of("select huozi.metadata_version(?)", tenant.id()),
            row -> row.longInteger(0)));
  }

  @Override
  public DumpManifest manifest() {
    return manifest;
  }

  @Override
  public void copy(DumpedTable table, OutputStream sink) {
    TableRows rows =
        tables.stream()
            .filter(one -> one.table().name().equals(table.name()))
            .findFirst()
            .orElseThrow();
    view.copy(rows.query(tenant), sink);
  }
}
