package dev.huozi.metadata.sandbox;

import dev.huozi.metadata.TestModels;
import dev.huozi.platform.Platform;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.tenant.Tenant;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What stands in a tenant's schema, asked of PostgreSQL itself.
final class TenantContents {
  private TenantContents() {}

  /// Rows and sum of every table that a copy carries, computed in another way than the copier does.
  static Map<String, String> sums(TestDatabase database, Tenant tenant) {
    Map<String, String> found = new TreeMap<>();
    String tables =
        "select relname from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = '"
            + tenant.schema()
            + "' and relkind = 'r' and relname not in ('migration', 'idempotency_key', 'record_secret')";
    for (String table : ask(database, tables)) {
      String columns =
          ask(
                  database,
                  tenant,
                  "select string_agg(quote_ident(attname), ', ' order by attname) from pg_attribute where attnum > 0 and not attisdropped and attname <> 'account_id' and attrelid = '"
                      + tenant.schema()
                      + "."
                      + table
                      + "'::regclass")
              .getFirst();
      found.put(
          table,
          ask(
                  database,
                  tenant,
                  "select count(*) || ' ' || coalesce(md5(string_agg(r::text, ',' order by r::text)), '') from (select "
                      + columns
                      + " from "
                      + tenant.schema()
                      + "."
                      + table
                      + ") r")
              .getFirst());
    }
    return found;
  }

  /// Columns, keys and indexes, by name.
  static List<String> structure(TestDatabase database, Tenant tenant) {
    String schema = "'" + tenant.schema() + "'::regnamespace";
    return ask(
        database,
        """
        select line from (
          select relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull as line
          from pg_attribute a join pg_class c on c.oid = attrelid
          where relnamespace = SCHEMA and relkind = 'r' and attnum > 0 and not attisdropped
          union all
          select replace(conrelid::regclass::text || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid), NAME, '')
          from pg_constraint where connamespace = SCHEMA
          union all
          select replace(pg_get_indexdef(indexrelid), NAME, '')
          from pg_index join pg_class c on c.oid = indexrelid where relnamespace = SCHEMA) s
        order by line collate "C"
        """
            .replace("SCHEMA", schema)
            .replace("NAME", "'" + tenant.schema() + ".'"));
  }

  static List<String> ask(TestDatabase database, String sql) {
    return ask(database, null, sql);
  }

  static List<String> ask(TestDatabase database, @Nullable Tenant tenant, String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      if (tenant != null) {
        statement.execute("set role " + tenant.ownerRole().quoted());
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet answer = statement.executeQuery(sql)) {
        while (answer.next()) {
          rows.add(answer.getString(1));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static TenantCopier copier(Platform platform) {
    return new TenantCopier(
        platform.tenantCopies(), platform.tenantLife(), TestModels.KINDS, Clock.systemUTC());
  }
}
