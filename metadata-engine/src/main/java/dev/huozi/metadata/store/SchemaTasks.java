package dev.huozi.metadata.store;

import dev.huozi.metadata.schema.DdlStatement;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.Objects;

/// The steps that publications left for later.
public final class SchemaTasks {
  private SchemaTasks() {}

  public static List<DdlStatement.Later> read(ReadSession session, Tenant tenant) {
    return session.query(
        SqlFragment.of("select table_name, name from ")
            .then(CatalogueTable.SCHEMA_TASK.of(tenant))
            .then(" order by version, table_name, name"),
        row ->
            new DdlStatement.Later(
                new SqlIdentifier(Objects.requireNonNull(row.text(0))),
                new SqlIdentifier(Objects.requireNonNull(row.text(1)))));
  }

  /// Takes a task off the list; false when somebody else has done it.
  public static boolean take(Transaction transaction, Tenant tenant, DdlStatement.Later task) {
    return transaction.execute(
            SqlFragment.of("delete from ")
                .then(CatalogueTable.SCHEMA_TASK.of(tenant))
                .then(
                    " where table_name = ? and name = ?", task.table().name(), task.name().name()))
        == 1;
  }
}
