package dev.huozi.platform.dump.store;

import dev.huozi.platform.database.CopySink;
import dev.huozi.platform.database.DatabaseConflict;
import dev.huozi.platform.database.DatabaseFailure;
import dev.huozi.platform.database.Migrations;
import dev.huozi.platform.database.TenantLoad;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.dump.CopyProgress;
import dev.huozi.platform.dump.CopyProgress.Step;
import dev.huozi.platform.dump.Counted;
import dev.huozi.platform.dump.DumpDigest;
import dev.huozi.platform.dump.DumpManifest;
import dev.huozi.platform.dump.DumpManifest.DumpedTable;
import dev.huozi.platform.dump.DumpSource;
import dev.huozi.platform.dump.TenantStructure;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Fills the fixed tables of a new tenant, has the others made, fills them too, and compares what
/// has arrived with what was said. All of it in the one transaction of the load.
public final class TenantLoader {
  private static final int BUFFER = 64 * 1024;

  private final TenantLoad load;
  private final Tenant tenant;
  private final TenantStructure structure;
  private final CopyProgress progress;

  public TenantLoader(
      TenantLoad load, Tenant tenant, TenantStructure structure, CopyProgress progress) {
    this.load = load;
    this.tenant = tenant;
    this.structure = structure;
    this.progress = progress;
  }

  /// @param accounts the new account by the account of the original
  public void load(DumpSource source, Map<UUID, UUID> accounts) {
    DumpManifest manifest = source.manifest();
    Transaction transaction = load.transaction();
    Map<SqlIdentifier, List<SqlIdentifier>> there = SchemaTables.columns(transaction, tenant);
    Set<SqlIdentifier> fixed = Set.copyOf(there.keySet());
    boolean made = false;
    long done = 0;
    for (DumpedTable table : manifest.tables()) {
      if (!fixed.contains(table.identifier()) && !made) {
        makeTables(transaction, manifest);
        there = SchemaTables.columns(transaction, tenant);
        made = true;
      }
      requireSame(table, there);
      if (fixed.contains(table.identifier())) {
        empty(transaction, table);
      }
      copy(source, table, done, manifest.rows());
      done += table.rows();
    }
    if (!made) {
      makeTables(transaction, manifest);
    }
    source.end();
    finish(transaction, manifest, accounts);
  }

  private void makeTables(Transaction transaction, DumpManifest manifest) {
    Map<SqlIdentifier, Set<SqlIdentifier>> filled = new HashMap<>();
    manifest
        .tables()
        .forEach(table -> filled.put(table.identifier(), Set.copyOf(table.columnIdentifiers())));
    try {
      structure.tables(transaction, tenant, filled);
    } catch (DatabaseFailure
        | DatabaseConflict
        | IllegalArgumentException
        | IllegalStateException e) {
      throw refused("catalogue", e);
    }
  }

  private static void requireSame(
      DumpedTable table, Map<SqlIdentifier, List<SqlIdentifier>> there) {
    List<SqlIdentifier> columns = there.get(table.identifier());
    Set<SqlIdentifier> said = new HashSet<>(table.columnIdentifiers());
    boolean history = table.name().equals(Migrations.HISTORY);
    if (columns == null || history || !said.equals(new HashSet<>(columns))) {
      throw new ProblemException(PlatformError.DUMP_MISFIT, "table", table.name());
    }
  }

  private void empty(Transaction transaction, DumpedTable table) {
    transaction.execute(
        SqlFragment.of("delete from ")
            .then(SqlFragment.identifier(tenant.schema(), table.identifier())));
  }

  private void copy(DumpSource source, DumpedTable table, long before, long total) {
    progress.at(Step.COPYING, before, total);
    try (CopySink sink =
        load.into(tenant.schema(), table.identifier(), table.columnIdentifiers())) {
      BufferedOutputStream buffered =
          new BufferedOutputStream(new Counted(sink, table, before, total, progress), BUFFER);
      source.copy(table, buffered);
      buffered.flush();
      long rows = sink.finish();
      if (rows != table.rows()) {
        throw refused(table.name(), null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DatabaseFailure | DatabaseConflict e) {
      throw refused(table.name(), e);
    }
  }

  private void finish(Transaction transaction, DumpManifest manifest, Map<UUID, UUID> accounts) {
    try {
      check(transaction, manifest);
      progress.at(Step.KEYS, 0, 1);
      structure.keys(transaction, tenant, accounts);
      manifest.sequences().forEach(one -> SchemaTables.set(transaction, tenant, one));
      progress.at(Step.KEYS, 1, 1);
    } catch (DatabaseFailure | DatabaseConflict e) {
      throw refused("keys", e);
    }
  }

  /// Before the keys: what a key changes or refuses comes after it is known that all has arrived.
  private void check(Transaction transaction, DumpManifest manifest) {
    List<DumpedTable> arrived = new ArrayList<>();
    for (DumpedTable table : manifest.tables()) {
      progress.at(Step.CHECKING, arrived.size(), manifest.tables().size());
      TableRows rows = new TableRows(table.identifier(), table.columnIdentifiers(), Set.of());
      TableRows.Sum sum = rows.sum(transaction, tenant);
      if (sum.rows() != table.rows() || !sum.checksum().equals(table.checksum())) {
        throw new ProblemException(
            PlatformError.DUMP_CHECKSUM, "table", table.name(), "rows", sum.rows());
      }
      arrived.add(
          new DumpedTable(
              table.name(), table.columns(), sum.rows(), sum.checksum(), table.bytes()));
    }
    progress.digested(DumpDigest.of(arrived));
  }

  /// The database does not take it: what the dump holds is not what a tenant can be.
  private static ProblemException refused(String place, @Nullable RuntimeException cause) {
    return new ProblemException(
        PlatformError.DUMP_DAMAGED, Map.of("place", place), List.of(), cause);
  }
}
