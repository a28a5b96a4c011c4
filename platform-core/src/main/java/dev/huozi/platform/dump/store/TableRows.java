package dev.huozi.platform.dump.store;

import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Some columns of a table, in an order.
///
/// @param blanked columns that the copy shall have empty: references to what does not come along
public record TableRows(
    SqlIdentifier table, List<SqlIdentifier> columns, Set<SqlIdentifier> blanked) {
  public TableRows {
    columns = List.copyOf(columns);
    blanked = Set.copyOf(blanked);
  }

  /// How many rows, and what they sum up to: each row's text by MD5, added, so that their order
  /// does not count. Two tables with equal rows have equal sums on every server.
  public record Sum(long rows, String checksum) {}

  SqlFragment query(Tenant tenant) {
    List<SqlFragment> parts =
        columns.stream()
            .map(column ->
                blanked.contains(column)
                    ? SqlFragment.of("null::uuid as ").then(SqlFragment.identifier(column))
                    : SqlFragment.identifier(column))
            .toList();
    return SqlFragment.of("select ")
        .then(SqlFragment.join(", ", parts))
        .then(" from ")
        .then(SqlFragment.identifier(tenant.schema(), table));
  }

  Sum sum(Transaction transaction, Tenant tenant) {
    return Objects.requireNonNull(
        transaction.queryOne(
            SqlFragment.of(
                    """
                    select count(*), coalesce(sum(('x' || left(digest, 15))::bit(60)::bigint::numeric), 0)::text
                      || '-' || coalesce(sum(('x' || right(digest, 15))::bit(60)::bigint::numeric), 0)::text
                    from (select md5(one::text) as digest from (\
                    """)
                .then(query(tenant))
                .then(") one) digests"),
            row ->
                new Sum(
                    Objects.requireNonNull(row.longInteger(0)),
                    Objects.requireNonNull(row.text(1)))));
  }

  /// About how long the rows are.
  long bytes(Transaction transaction, Tenant tenant) {
    return Objects.requireNonNull(
        transaction.queryOne(
            SqlFragment.of(
                """
                select coalesce(pg_table_size(c.oid), 0) from pg_catalog.pg_class c
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and c.relname = ?
                """,
                tenant.schema().name(),
                table.name()),
            row -> row.longInteger(0)));
  }
}
