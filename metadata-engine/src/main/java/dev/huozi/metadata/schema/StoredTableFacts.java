package dev.huozi.metadata.schema;

import dev.huozi.metadata.schema.TableShape.Index;
import dev.huozi.metadata.schema.TableShape.Part;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;

/// Asks the tenant's tables themselves.
public final class StoredTableFacts implements TableFacts {
  private final ReadSession session;
  private final SqlIdentifier schema;

  public StoredTableFacts(ReadSession session, SqlIdentifier schema) {
    this.session = session;
    this.schema = schema;
  }

  @Override
  public long estimatedRows(SqlIdentifier table) {
    return number(
        SqlFragment.of(
            """
            select greatest(c.reltuples, 0)::bigint from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relname = ?
            """,
            schema.name(),
            table.name()));
  }

  @Override
  public boolean isEmpty(SqlIdentifier table) {
    return number(
            SqlFragment.of("select count(*) from (select 1 from ")
                .then(name(table))
                .then(" limit 1) one"))
        == 0;
  }

  @Override
  public long blanks(SqlIdentifier table, List<SqlIdentifier> columns) {
    List<SqlFragment> names = columns.stream().map(SqlFragment::identifier).toList();
    return number(
        SqlFragment.of("select count(*) from ")
            .then(name(table))
            .then(" where num_nonnulls(")
            .then(SqlFragment.join(", ", names))
            .then(") = 0"));
  }

  @Override
  public long duplicates(SqlIdentifier table, Index index) {
    List<SqlFragment> parts = new ArrayList<>();
    List<SqlFragment> filled = new ArrayList<>();
    for (Part part : index.parts()) {
      parts.add(DdlRenderer.unique(part));
      filled.add(SqlFragment.identifier(part.column()).then(" is not null"));
    }
    return number(
        SqlFragment.of("select count(*) from (select 1 from ")
            .then(name(table))
            .then(" where ")
            .then(SqlFragment.join(" and ", filled))
            .then(" group by ")
            .then(SqlFragment.join(", ", parts))
            .then(" having count(*) > 1) same"));
  }

  private SqlFragment name(SqlIdentifier table) {
    return SqlFragment.identifier(schema, table);
  }

  private long number(SqlFragment query) {
    List<Long> rows =
        session.query(
            query,
            row -> {
              Long value = row.longInteger(0);
              return value == null ? 0L : value;
            });
    return rows.isEmpty() ? 0 : rows.getFirst();
  }
}
