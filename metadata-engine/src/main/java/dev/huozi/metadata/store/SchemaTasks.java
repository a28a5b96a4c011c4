package dev.huozi.metadata.store;

import dev.huozi.metadata.schema.DdlStatement;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The steps that publications left for later.
public final class SchemaTasks {
  /// Tells this lock from other advisory locks of the database.
  private static final int LOCK_CLASS = 4_276_121;

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

  /// A step that is still to be done.
  ///
  /// @param attempts how often it has failed
  /// @param failure why it failed last, null when it has not
  public record Waiting(SqlIdentifier table, int attempts, @Nullable String failure) {}

  public static List<Waiting> waiting(ReadSession session, Tenant tenant) {
    return session.query(
        SqlFragment.of("select table_name, attempts, failure from ")
            .then(CatalogueTable.SCHEMA_TASK.of(tenant))
            .then(" order by version, table_name, name"),
        row ->
            new Waiting(
                new SqlIdentifier(Objects.requireNonNull(row.text(0))),
                Objects.requireNonNullElse(row.integer(1), 0),
                row.text(2)));
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

  /// Notes why a task could not be done.
  public static void failed(
      Transaction transaction, Tenant tenant, DdlStatement.Later task, String failure) {
    transaction.execute(
        SqlFragment.of("update ")
            .then(CatalogueTable.SCHEMA_TASK.of(tenant))
            .then(" set attempts = attempts + 1, failure = ?", failure)
            .then(" where table_name = ? and name = ?", task.table().name(), task.name().name()));
  }

  /// Only one node at a time works on a tenant's tasks; the lock ends with the session's work.
  public static boolean begin(Transaction session, Tenant tenant) {
    return Boolean.TRUE.equals(
        session.queryOne(
            SqlFragment.of(
                "select pg_try_advisory_lock(?::int4, ?::int4)", LOCK_CLASS, (int) tenant.id()),
            row -> row.bool(0)));
  }

  /// Whether there is an index of that name, and whether it is usable; null when there is none. An
  /// interrupted build leaves one that is not.
  public static @Nullable Boolean index(Transaction session, Tenant tenant, SqlIdentifier name) {
    return session.queryOne(
        SqlFragment.of(
            """
            select i.indisvalid from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indexrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relname = ?
            """,
            tenant.schema().name(),
            name.name()),
        row -> row.bool(0));
  }

  public static void dropIndex(Transaction session, Tenant tenant, SqlIdentifier name) {
    session.execute(
        SqlFragment.of("drop index concurrently if exists ")
            .then(SqlFragment.identifier(tenant.schema(), name)));
  }
}
