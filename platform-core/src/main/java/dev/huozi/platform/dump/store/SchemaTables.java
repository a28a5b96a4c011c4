package dev.huozi.platform.dump.store;

import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.dump.DumpManifest.Sequence;
import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// What there is in the schema of a tenant.
public final class SchemaTables {
  private static final SqlIdentifier ACCOUNT = new SqlIdentifier("account_id");

  private SchemaTables() {}

  /// The columns of all tables, in the tables' order; generated ones are left out, as they follow
  /// from the others.
  public static Map<SqlIdentifier, List<SqlIdentifier>> columns(
      Transaction transaction, Tenant tenant) {
    Map<SqlIdentifier, List<SqlIdentifier>> tables = new LinkedHashMap<>();
    transaction.query(
        SqlFragment.of(
            """
            select c.relname::text, a.attname::text from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = c.oid
            where n.nspname = ? and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by c.relname, a.attnum
            """,
            tenant.schema().name()),
        row ->
            tables
                .computeIfAbsent(
                    new SqlIdentifier(Objects.requireNonNull(row.text(0))), _ -> new ArrayList<>())
                .add(new SqlIdentifier(Objects.requireNonNull(row.text(1)))));
    return tables;
  }

  /// What each table refers to.
  public static Map<SqlIdentifier, Set<SqlIdentifier>> references(
      Transaction transaction, Tenant tenant) {
    Map<SqlIdentifier, Set<SqlIdentifier>> references = new HashMap<>();
    transaction.query(
        SqlFragment.of(
            """
            select c.relname::text, target.relname::text from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_class target on target.oid = k.confrelid
            join pg_catalog.pg_namespace n on n.oid = k.connamespace
            where n.nspname = ? and k.contype = 'f'
            """,
            tenant.schema().name()),
        row ->
            references
                .computeIfAbsent(
                    new SqlIdentifier(Objects.requireNonNull(row.text(0))), _ -> new HashSet<>())
                .add(new SqlIdentifier(Objects.requireNonNull(row.text(1)))));
    return references;
  }

  /// Gives what belonged to accounts of the original to those of the copy: every table that names
  /// an account in a column `account_id`.
  ///
  /// @param accounts the new account by the account of the original
  public static void adopt(Transaction transaction, Tenant tenant, Map<UUID, UUID> accounts) {
    List<UUID> before = new ArrayList<>();
    List<UUID> after = new ArrayList<>();
    accounts.forEach((old, now) -> {
      before.add(old);
      after.add(now);
    });
    columns(transaction, tenant)
        .forEach((table, columns) -> {
          if (columns.contains(ACCOUNT)) {
            transaction.execute(
                SqlFragment.of("update ")
                    .then(SqlFragment.identifier(tenant.schema(), table))
                    .then(
                        """
                         t set account_id = m.after from unnest(?::uuid[], ?::uuid[]) m (before, after)
                        where t.account_id = m.before
                        """,
                        new SqlArray("uuid", before),
                        new SqlArray("uuid", after)));
          }
        });
  }

  static List<Sequence> sequences(Transaction transaction, Tenant tenant) {
    List<SqlIdentifier> names =
        transaction.query(
            SqlFragment.of(
                """
                select c.relname::text from pg_catalog.pg_class c
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and c.relkind = 'S' order by c.relname
                """,
                tenant.schema().name()),
            row -> new SqlIdentifier(Objects.requireNonNull(row.text(0))));
    List<Sequence> sequences = new ArrayList<>();
    for (SqlIdentifier name : names) {
      sequences.add(
          Objects.requireNonNull(
              transaction.queryOne(
                  SqlFragment.of("select last_value, is_called from ")
                      .then(SqlFragment.identifier(tenant.schema(), name)),
                  row ->
                      new Sequence(
                          name.name(),
                          Objects.requireNonNull(row.longInteger(0)),
                          Boolean.TRUE.equals(row.bool(1))))));
    }
    return sequences;
  }

  static void set(Transaction transaction, Tenant tenant, Sequence sequence) {
    String name = tenant.schema().quoted() + "." + new SqlIdentifier(sequence.name()).quoted();
    transaction.query(
        SqlFragment.of(
            "select setval(?::regclass, ?::bigint, ?::boolean)",
            name,
            sequence.last(),
            sequence.called()),
        row -> true);
  }
}
