package dev.huozi.metadata.schema;

import dev.huozi.metadata.schema.SchemaChange.ConvertColumn;
import dev.huozi.metadata.schema.TableShape.Column;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A column beside one that changes its type in a large table. It is filled in small steps while
/// everybody works on; the publication then converts only what has changed since and puts the
/// shadow in the place of the column, under its name.
public final class Shadow {
  /// Tables with fewer rows are converted within the publication.
  static final long LARGE = 50_000;

  /// Begins the name of such a column.
  static final String PREFIX = "s_";

  private static final int BATCH = 10_000;

  /// Tells this lock from other advisory locks of the database.
  private static final int LOCK_CLASS = 4_276_122;

  private final SqlIdentifier table;
  private final SqlIdentifier column;
  private final SqlIdentifier shadow;
  private final SqlFragment qualified;
  private final ColumnType type;
  private final SqlFragment value;

  Shadow(SqlIdentifier schema, ConvertColumn convert) {
    this.table = convert.table();
    this.column = convert.column().name();
    this.shadow = nameOf(column);
    this.qualified = SqlFragment.identifier(schema, table);
    this.type = convert.column().type();
    this.value = new Conversion(convert.from(), type).value(SqlFragment.identifier(column));
  }

  /// A column that was to take another's place.
  public record Left(SqlIdentifier table, SqlIdentifier column) {}

  /// The columns beside others that a tenant's tables have now.
  public static List<Left> present(ReadSession session, Tenant tenant) {
    return session.query(
        SqlFragment.of(
            """
            select c.relname, a.attname from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind = 'r' and a.attname ~ '^s_c_' and not a.attisdropped
            """,
            tenant.schema().name()),
        row ->
            new Left(
                new SqlIdentifier(Objects.requireNonNull(row.text(0))),
                new SqlIdentifier(Objects.requireNonNull(row.text(1)))));
  }

  /// Held by whoever works with such columns of a tenant, from the first one to the publication.
  public static SqlFragment lock(Tenant tenant) {
    return SqlFragment.of(
        "select pg_advisory_lock(?::int4, ?::int4)", LOCK_CLASS, (int) tenant.id());
  }

  /// Takes away what is left of a change that will not come about.
  public static SqlFragment drop(Tenant tenant, Left left) {
    return drop(SqlFragment.identifier(tenant.schema(), left.table()), left.column());
  }

  /// The columns that change their type in large tables.
  static Set<SqlIdentifier> wanted(
      Map<SqlIdentifier, TableShape> before,
      Map<SqlIdentifier, TableShape> after,
      TableFacts facts) {
    Set<SqlIdentifier> wanted = new HashSet<>();
    after.forEach((name, shape) -> {
      TableShape old = before.get(name);
      if (old != null) {
        for (Column column : shape.columns().values()) {
          Column now = old.columns().get(column.name());
          if (now != null
              && !now.type().widensTo(column.type())
              && facts.estimate(name).rows() >= LARGE) {
            wanted.add(column.name());
          }
        }
      }
    });
    return wanted;
  }

  static SqlIdentifier nameOf(SqlIdentifier column) {
    return new SqlIdentifier(PREFIX + column.name());
  }

  public SqlIdentifier table() {
    return table;
  }

  /// The name of the column beside.
  public SqlIdentifier name() {
    return shadow;
  }

  /// Takes away what an interrupted change left.
  public SqlFragment drop() {
    return drop(qualified, shadow);
  }

  static SqlFragment drop(SqlFragment table, SqlIdentifier shadow) {
    return SqlFragment.of("alter table ")
        .then(table)
        .then(" drop column if exists ")
        .then(SqlFragment.identifier(shadow));
  }

  public SqlFragment add() {
    return SqlFragment.of("alter table ")
        .then(qualified)
        .then(" add column ")
        .then(SqlFragment.identifier(shadow))
        .then(" ")
        .then(type.sql());
  }

  /// The last id of the next batch; no row when there is none.
  public SqlFragment next(@Nullable UUID after) {
    SqlFragment rows =
        SqlFragment.of("select \"id\" from ")
            .then(qualified)
            .then(after == null ? SqlFragment.EMPTY : SqlFragment.of(" where \"id\" > ?", after))
            .then(" order by \"id\" limit ")
            .then(SqlFragment.number(BATCH));
    return SqlFragment.of("select part.\"id\" from (")
        .then(rows)
        .then(") part order by part.\"id\" desc limit 1");
  }

  /// Converts one batch.
  public SqlFragment fill(@Nullable UUID after, UUID last) {
    return update()
        .then(" where ")
        .then(after == null ? SqlFragment.EMPTY : SqlFragment.of("\"id\" > ? and ", after))
        .then("\"id\" <= ?", last);
  }

  /// What all batches together do, to be shown.
  SqlFragment fillAll() {
    return update();
  }

  /// Converts what has changed since its batch, or came after.
  SqlFragment catchUp() {
    return update()
        .then(" where ")
        .then(SqlFragment.identifier(shadow))
        .then(" is distinct from ")
        .then(value);
  }

  private SqlFragment update() {
    return SqlFragment.of("update ")
        .then(qualified)
        .then(" set ")
        .then(SqlFragment.identifier(shadow))
        .then(" = ")
        .then(value);
  }
}
