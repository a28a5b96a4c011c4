package dev.huozi.sample;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What the database holds of a tenant, looked at past the server, under the tenant's owner role.
final class StoredTenant implements AutoCloseable {
  private static final String TABLES =
      """
      select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where c.relnamespace = ?::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1, 2
      """;
  private static final String CONSTRAINTS =
      """
      select conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated from pg_constraint
      where connamespace = ?::regnamespace and contype <> 'n' order by 1, 2
      """;
  private static final String INDEXES =
      """
      select pg_get_indexdef(i.indexrelid), i.indisvalid from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = ?::regnamespace order by 1
      """;
  private static final String CATALOGUE =
      """
      select 'component', kind, name, pack, body::text from component
      union all select 'table', c.name, t.name, t.parked::text, '' from physical_table t
        left join component c on c.id = t.object_id
      union all select 'column', name, field_key, type, parked::text from physical_column
      union all select 'pack', pack, version, '', '' from installed_pack
      order by 1, 2, 3, 4, 5
      """;
  private static final String UNFINISHED =
      """
      select (select count(*) from schema_task)
        + (select count(*) from pg_attribute a join pg_class c on c.oid = a.attrelid
           where c.relnamespace = current_schema()::regnamespace and a.attname ~ '^s_c_' and not a.attisdropped)
        + (select count(*) from pg_index i join pg_class c on c.oid = i.indexrelid
           where c.relnamespace = current_schema()::regnamespace and not i.indisvalid)
        + (select count(*) from pg_constraint
           where connamespace = current_schema()::regnamespace and not convalidated)
      """;

  private final Connection connection;
  private final long id;
  private final String schema;

  private StoredTenant(Connection connection, long id) {
    this.connection = connection;
    this.id = id;
    this.schema = "t_" + id;
  }

  /// @param databaseUrl in the form of `HUOZI_DB_URL`
  static StoredTenant open(String databaseUrl, String code) throws SQLException {
    String[] parts = databaseUrl.split("[:/@]+");
    Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://%s:%s/%s".formatted(parts[3], parts[4], parts[5]),
            parts[1],
            parts[2]);
    StoredTenant found =
        new StoredTenant(
            connection,
            Long.parseLong(
                rows(connection, "select id from huozi.tenant where code = ?", code).getFirst()));
    String role =
        rows(connection, "select huozi.tenant_role(?::bigint, '_owner')", Long.toString(found.id))
            .getFirst();
    found.run("set role " + role);
    found.run("set search_path to " + found.schema);
    return found;
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  List<String> rows(String sql, String... values) throws SQLException {
    return rows(connection, sql, values);
  }

  String one(String sql, String... values) throws SQLException {
    return rows(sql, values).getFirst();
  }

  /// Catalogue, tables, keys and indexes.
  List<String> everything() throws SQLException {
    List<String> all = new ArrayList<>(rows(TABLES, schema));
    all.addAll(rows(CONSTRAINTS, schema));
    all.addAll(rows(INDEXES, schema));
    all.addAll(rows(CATALOGUE));
    return all.stream().map(line -> line.replaceAll("\\b" + schema + "\\.", "")).toList();
  }

  /// Steps that are left for later, columns beside others, indexes and keys that are not valid.
  long unfinished() throws SQLException {
    return Long.parseLong(one(UNFINISHED));
  }

  /// Whether a publication has this tenant for itself now.
  boolean isPublishing() throws SQLException {
    return one(
            "select count(*) from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and classid = 4276120 and objid = ?::int8 and granted",
            Long.toString(id))
        .equals("1");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static List<String> rows(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            cells.add(String.valueOf(rows.getString(i)));
          }
          lines.add(String.join(" | ", cells));
        }
        return lines;
      }
    }
  }
}
