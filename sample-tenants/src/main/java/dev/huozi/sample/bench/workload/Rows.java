package dev.huozi.sample.bench.workload;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Makes the rows: first in tables as one would write them by hand, then the same rows in the
/// tables of the Huozi tenant.
final class Rows implements AutoCloseable {
  static final int OWNERS = 200;

  private static final String TABLES =
      """
      create schema bench;
      create table bench.client (
        id uuid primary key, name text not null, code text, trade text, city text, province text, street text,
        postcode text, phone text, mail text, website text, tax_no text, staff numeric(9), revenue numeric(18,2),
        score numeric(5,2), share numeric(9,4), since date, seen_at timestamptz, key_client boolean not null,
        parent uuid, owner uuid, version integer not null default 1, created_at timestamptz not null default now(),
        created_by uuid, updated_at timestamptz not null default now(), updated_by uuid);
      create table bench.deal (
        id uuid primary key, name text not null, client uuid, owner uuid, stage text, amount numeric(18,2),
        close_date date, probability numeric(9,4), quantity numeric(12), discount numeric(9,4), product text,
        source text, next_step text, seen_at timestamptz, version integer not null default 1,
        created_at timestamptz not null default now(), created_by uuid, updated_at timestamptz not null default now(),
        updated_by uuid);
      create table bench.person (id uuid primary key, name text not null);
      create table bench.history (
        object_id bigint not null, record_id uuid not null, version integer not null, at timestamptz not null,
        by_user uuid not null, operation text not null, changes jsonb not null, primary key (record_id, version));
      create table bench.outbox (
        id bigint generated always as identity primary key, topic text not null, subject text not null,
        body jsonb not null, created_at timestamptz not null default now());
      """;

  private static final String CLIENTS =
      """
      insert into bench.client
      select ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid,
        (array['杭州','宁波','苏州','南京','上海','广州','深圳','成都','武汉','西安'])[1 + i %% 10]
          || (array['清禾','盛达','远景','金穗','华联','东方','百川','嘉禾','瑞丰','宏图','天泽','广源'])[1 + i / 10 %% 12]
          || (array['饮品','物流','钢铁','传媒','医疗','食品','电子','建材','纺织'])[1 + i / 120 %% 9]
          || i || '有限公司',
        'C' || i, (array['food','steel','media','care'])[1 + i %% 4], 'City ' || i %% 300, 'Province ' || i %% 30,
        'Street ' || i %% 9973, lpad((i %% 999999)::text, 6, '0'), '1' || lpad((i * 7919::bigint %% 9999999999)::text, 10, '0'),
        'c' || i || '@example.com', 'https://c' || i || '.example.com', '91' || lpad(i::text, 16, '0'), i %% 5000,
        (i * 37::bigint %% 90000000) / 100.0, (i %% 1000) / 10.0, (i %% 10000) / 10000.0,
        date '2020-01-01' + i %% 2000, timestamptz '2026-01-01 00:00Z' + i %% 300000 * interval '1 minute', i %% 10 = 0,
        case when i > 100 then ('01900000-0000-7000-8000-' || lpad(to_hex(i %% 100 + 1), 12, '0'))::uuid end,
        (select array_agg(id order by id) from bench.person)[1 + i %% (select count(*) from bench.person)::int]
      from generate_series(1, %d) i
      """;

  private static final String DEALS =
      """
      insert into bench.deal
      select ('01910000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'Deal ' || i,
        ('01900000-0000-7000-8000-' || lpad(to_hex(1 + i * 7919::bigint %% %d), 12, '0'))::uuid,
        p.ids[1 + i * 31::bigint %% cardinality(p.ids)],
        (array['lead','active','nego','won','lost'])[1 + i %% 5], (i * 7919::bigint %% 20000000) / 100.0,
        date '2025-01-01' + (i * 104729::bigint %% 730)::int, (i %% 100) / 100.0, i %% 900, (i %% 30) / 100.0,
        'Product ' || i %% 400, 'Source ' || i %% 12, 'Call again in week ' || i %% 52,
        timestamptz '2026-01-01 00:00Z' + i %% 300000 * interval '1 minute', 1, now(), p.ids[1], now(),
        p.ids[1]
      from generate_series(1, %d) i, (select array_agg(id order by id) as ids from bench.person) p
      """;

  private static final String INDEXES =
      """
      create unique index on bench.client (code);
      create index on bench.client (owner, since);
      create index on bench.client using gin (name huozi.gin_trgm_ops);
      create index on bench.deal (owner, close_date, id);
      create index on bench.deal (close_date, id);
      create index on bench.deal (client);
      alter table bench.client add foreign key (parent) references bench.client, add foreign key (owner) references bench.person;
      alter table bench.deal add foreign key (client) references bench.client, add foreign key (owner) references bench.person;
      """;

  private final Connection connection;
  private final String schema;

  /// @param databaseUrl as `HUOZI_DB_URL`
  /// @param tenant code of the Huozi tenant
  Rows(String databaseUrl, String tenant) {
    String[] parts = databaseUrl.split("://|:|@", 4);
    try {
      connection = DriverManager.getConnection("jdbc:postgresql://" + parts[3], parts[1], parts[2]);
      schema = "t_" + one("select id::text from huozi.tenant where code = ?", tenant);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Makes the tables by hand and their rows. The people are those of the Huozi tenant.
  void makeByHand(int clients, int deals) throws SQLException {
    run(TABLES);
    asTenant(
        "grant usage on schema %s to public; grant select on all tables in schema %s to public");
    run("insert into bench.person " + select("user", List.of("name"), "true"));
    run(CLIENTS.formatted(clients));
    run(DEALS.formatted(clients, deals));
    run(INDEXES);
    run("vacuum analyze bench.client, bench.deal, bench.person");
  }

  /// Copies the rows into the tenant's tables.
  void copyIntoTenant() throws SQLException {
    run(
        "grant usage on schema bench to public; grant select on all tables in schema bench to public");
    for (String object : List.of("client", "deal")) {
      Map<String, String> columns = columns(object);
      asTenant(
          "insert into "
              + table(object)
              + " (id, version, created_at, created_by, updated_at, updated_by, "
              + columns.values().stream().map(Rows::quoted).collect(Collectors.joining(", "))
              + ") select d.id, 1, now(), p.id, now(), p.id, "
              + String.join(", ", columns.keySet())
              + " from bench."
              + object
              + " d, (select id from bench.person limit 1) p");
    }
    asTenant("analyze " + table("client") + ", " + table("deal"));
    run("vacuum analyze");
  }

  private String select(String object, List<String> fields, String where) throws SQLException {
    Map<String, String> columns = columns(object);
    return "select id, "
        + fields.stream()
            .map(field -> quoted(Objects.requireNonNull(columns.get(field), field)))
            .collect(Collectors.joining(", "))
        + " from "
        + table(object)
        + " where "
        + where;
  }

  private String table(String object) throws SQLException {
    return schema
        + "."
        + quoted(
            one(
                "select p.name from %1$s.physical_table p join %1$s.component c on c.id = p.object_id where c.kind = 'object' and c.name = ?"
                    .formatted(schema),
                object));
  }

  /// Physical columns by the field's name.
  private Map<String, String> columns(String object) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select p.field_key, p.name from %1$s.physical_column p join %1$s.component c on c.id = p.object_id where c.kind = 'object' and c.name = ? and not p.parked order by p.name"
                .formatted(schema))) {
      statement.setString(1, object);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return columns;
  }

  /// Runs statements as the tenant's owner; `%s` stands for its schema.
  private void asTenant(String statements) throws SQLException {
    String role =
        one("select huozi.tenant_role(?::bigint, '_owner')", schema.substring("t_".length()));
    run("set role " + quoted(role));
    try {
      run(statements.replace("%s", schema));
    } finally {
      run("reset role");
    }
  }

  /// Adds a column to the table by hand; how long the statement took, in ms.
  double addColumn(String name) throws SQLException {
    long began = System.nanoTime();
    run("alter table bench.deal add column " + quoted(name) + " text");
    return (System.nanoTime() - began) / 1e6;
  }

  /// Gives all deals by hand a value of their clients with one statement; how long it took, in ms.
  double updateByHand() throws SQLException {
    run("alter table bench.deal add column weight numeric(18,2)");
    long began = System.nanoTime();
    run(
        "update bench.deal d set weight = round(d.amount * d.probability * c.score, 2) from bench.client c where c.id = d.client");
    return (System.nanoTime() - began) / 1e6;
  }

  /// Looks at the tenant's deals anew, as PostgreSQL does by itself after a while.
  void analyze() throws SQLException {
    run("vacuum analyze " + table("deal"));
  }

  List<String> ids(String sql) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  private void run(String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private String one(String sql, String value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException("Nothing found for (%s): %s".formatted(value, sql));
        }
        return rows.getString(1);
      }
    }
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
