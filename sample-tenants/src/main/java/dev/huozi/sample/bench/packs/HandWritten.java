package dev.huozi.sample.bench.packs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Runs statements as somebody with a connection and nothing else would: all in one send, in one
/// transaction.
final class HandWritten implements AutoCloseable {
  /// What a schema has: tables, columns, foreign keys, indexes. Those of Huozi's own catalogue and
  /// system pack are left out by their names.
  private static final String COUNTS =
      """
      with tables as (
        select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = ? and c.relkind = 'r' and (? = '' or c.relname = any (string_to_array(?, ','))))
      select (select count(*) from tables) || ' tables, '
        || (select count(*) from pg_catalog.pg_attribute a join tables t on t.oid = a.attrelid where a.attnum > 0)
        || ' columns, '
        || (select count(*) from pg_catalog.pg_constraint k join tables t on t.oid = k.conrelid where k.contype = 'f' and k.convalidated)
        || ' foreign keys, '
        || (select count(*) from pg_catalog.pg_index i join tables t on t.oid = i.indrelid where i.indisvalid) || ' indexes'
      """;

  private final Connection connection;

  /// @param databaseUrl as `HUOZI_DB_URL`
  HandWritten(String databaseUrl) throws SQLException {
    String[] parts = databaseUrl.split("://|:|@", 4);
    connection = DriverManager.getConnection("jdbc:postgresql://" + parts[3], parts[1], parts[2]);
  }

  String database() throws SQLException {
    return "PostgreSQL " + one("show server_version");
  }

  void run(List<String> statements) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(String.join(";\n", statements));
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /// Refuses to compare what is not the same.
  ///
  /// @param schema of the tables by hand
  /// @param tenant code of the tenant that got the pack
  void compare(String schema, String tenant) throws SQLException {
    String tenantSchema = one("select 't_' || id::text from huozi.tenant where code = ?", tenant);
    String mine = countsOf(tenantSchema);
    String byHand = one(COUNTS, schema, "", "");
    if (!mine.equals(byHand)) {
      throw new IllegalStateException("Huozi made %s; by hand %s".formatted(mine, byHand));
    }
  }

  /// Only the tenant's owner may look.
  private String countsOf(String tenantSchema) throws SQLException {
    String id = tenantSchema.substring("t_".length());
    String role = one("select huozi.tenant_role(?::bigint, '_owner')", id);
    execute("set role \"" + role + '"');
    try {
      String tables =
          one(
              "select string_agg(p.name, ',') from %1$s.physical_table p join %1$s.component c on c.id = p.object_id where c.pack = ?"
                  .formatted(tenantSchema),
              "wide");
      return one(COUNTS, tenantSchema, tables, tables);
    } finally {
      execute("reset role");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String one(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
