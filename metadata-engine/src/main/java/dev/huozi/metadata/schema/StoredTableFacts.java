package dev.huozi.metadata.schema;

import dev.huozi.metadata.schema.TableShape.Index;
import dev.huozi.metadata.schema.TableShape.Part;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Asks the tenant's tables themselves.
public final class StoredTableFacts implements TableFacts {
  private static final int EXAMPLES = 5;
  private static final int PAGE = 8192;

  /// Pages that tell how many rows one holds.
  private static final int SAMPLE = 64;

  private static final long UNKNOWN = -1;

  private final ReadSession session;
  private final SqlIdentifier schema;

  public StoredTableFacts(ReadSession session, SqlIdentifier schema) {
    this.session = session;
    this.schema = schema;
  }

  /// As PostgreSQL's own planner does: rows a page when it was last looked at, times the pages of
  /// now. A table that has never been looked at is asked for the rows of its first pages.
  @Override
  public Size estimate(SqlIdentifier table) {
    List<Size> found =
        session.query(
            SqlFragment.of(
                """
                select case when c.reltuples > 0 and c.relpages > 0
                    then (size / 8192 * (c.reltuples / c.relpages))::int8 end, size, c.relnatts,
                  (select count(*) from pg_catalog.pg_index i where i.indrelid = c.oid)::int4
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                cross join lateral pg_catalog.pg_relation_size(c.oid) size
                where n.nspname = ? and c.relname = ?
                """,
                schema.name(),
                table.name()),
            row -> {
              long bytes = Objects.requireNonNullElse(row.longInteger(1), 0L);
              Long rows = row.longInteger(0);
              return new Size(
                  rows == null ? UNKNOWN : rows,
                  bytes,
                  Objects.requireNonNullElse(row.integer(2), 0),
                  Objects.requireNonNullElse(row.integer(3), 0));
            });
    if (found.isEmpty()) {
      return Size.NOTHING;
    }
    Size size = found.getFirst();
    return size.rows() == UNKNOWN
        ? new Size(
            sampled(table, size.bytes() / PAGE), size.bytes(), size.columns(), size.indexes())
        : size;
  }

  private long sampled(SqlIdentifier table, long pages) {
    if (pages == 0) {
      return 0;
    }
    long sample = Math.min(pages, SAMPLE);
    return pages
        * number(
            SqlFragment.of("select count(*) from ")
                .then(name(table))
                .then(" where ctid < ?::tid", "(" + sample + ",0)"))
        / sample;
  }

  @Override
  public boolean has(SqlIdentifier table, SqlIdentifier column) {
    return number(
            SqlFragment.of(
                """
                select count(*) from pg_catalog.pg_attribute a
                join pg_catalog.pg_class c on c.oid = a.attrelid
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and c.relname = ? and a.attname = ? and not a.attisdropped
                """,
                schema.name(),
                table.name(),
                column.name()))
        > 0;
  }

  @Override
  public long rows(SqlIdentifier table) {
    return number(SqlFragment.of("select count(*) from ").then(name(table)));
  }

  @Override
  public List<Long> filled(SqlIdentifier table, List<List<PhysicalColumn>> fields) {
    List<SqlFragment> counts =
        fields.stream()
            .map(field ->
                SqlFragment.of("count(*) filter (where ")
                    .then(
                        SqlFragment.join(
                            " or ", field.stream().map(StoredTableFacts::isFilled).toList()))
                    .then(")"))
            .toList();
    return session
        .query(
            SqlFragment.of("select ")
                .then(SqlFragment.join(", ", counts))
                .then(" from ")
                .then(name(table)),
            row ->
                IntStream.range(0, fields.size())
                    .mapToObj(i -> Objects.requireNonNullElse(row.longInteger(i), 0L))
                    .toList())
        .getFirst();
  }

  static SqlFragment isFilled(PhysicalColumn column) {
    SqlFragment name = SqlFragment.identifier(column.name());
    return column.type().base() == ColumnType.Base.BOOLEAN ? name : name.then(" is not null");
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

  @Override
  public long dangling(SqlIdentifier table, SqlIdentifier column, SqlIdentifier target) {
    return number(
        SqlFragment.of("select count(*) from ")
            .then(name(table))
            .then(" where ")
            .then(dangling(SqlFragment.identifier(column), name(target))));
  }

  static SqlFragment dangling(SqlFragment column, SqlFragment target) {
    return column
        .then(" is not null and not exists (select 1 from ")
        .then(target)
        .then(" target where target.\"id\" = ")
        .then(column)
        .then(")");
  }

  @Override
  public Misfits misfits(SqlIdentifier table, SqlIdentifier column, SqlFragment misfit) {
    SqlFragment from = SqlFragment.of(" from ").then(name(table)).then(" where ").then(misfit);
    long count = number(SqlFragment.of("select count(*)").then(from));
    if (count == 0) {
      return Misfits.NONE;
    }
    List<String> examples =
        session.query(
            SqlFragment.of("select \"id\"::text, left(")
                .then(SqlFragment.identifier(column))
                .then("::text, 80)")
                .then(from)
                .then(" order by \"id\" limit ")
                .then(SqlFragment.number(EXAMPLES)),
            row -> row.text(0) + ": " + row.text(1));
    return new Misfits(count, examples);
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
