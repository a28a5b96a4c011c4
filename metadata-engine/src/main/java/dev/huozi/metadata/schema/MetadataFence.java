package dev.huozi.metadata.schema;

import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;

/// Keeps writes of records and publications of metadata apart: writers hold the tenant's advisory
/// lock together, a publication holds it alone. Both until their transaction ends.
public final class MetadataFence {
  /// Tells this lock from other advisory locks of the database.
  private static final int LOCK_CLASS = 4_276_120;

  private MetadataFence() {}

  /// For writers: takes the lock, then reads the version in a second statement, whose view of the
  /// database is younger than the wait. The version stays true until the transaction ends; a writer
  /// whose snapshot is another one starts anew.
  public static long enter(Transaction transaction, Tenant tenant) {
    transaction.query(
        SqlFragment.of(
            "select pg_advisory_xact_lock_shared(?::int4, ?::int4)", LOCK_CLASS, (int) tenant.id()),
        row -> true);
    return version(transaction, tenant);
  }

  /// For publications, under the owner role.
  public static void enterAlone(Transaction transaction, Tenant tenant) {
    transaction.query(
        SqlFragment.of(
            "select pg_advisory_xact_lock(?::int4, ?::int4)", LOCK_CLASS, (int) tenant.id()),
        row -> true);
  }

  /// The published version as this statement sees it, without the lock.
  public static long version(Transaction transaction, Tenant tenant) {
    Long version =
        transaction.queryOne(
            SqlFragment.of("select huozi.metadata_version(?)", tenant.id()),
            row -> row.longInteger(0));
    if (version == null) {
      throw new IllegalStateException(
          "Tenant (%s) has no metadata version.".formatted(tenant.code()));
    }
    return version;
  }
}
