package dev.huozi.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.RowDecoder;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.query.CursorCodec;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.RowAccess;
import dev.huozi.record.query.ShapeCache;
import dev.huozi.record.service.DefaultRecordService;
import dev.huozi.record.sql.FormulaFilterCompiler;
import dev.huozi.record.sql.QueryRenderer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A tenant with the objects of `StoreFiles` and two people in it, and the record service on top of
/// a real database.
public final class RecordBench {
  private final TestDatabase database;
  private final Tenant tenant;
  private final TestTenant model;
  private final CountingDatabase counting;
  private final RecordService records;
  private final QueryAnalyzer analyzer;
  private final UUID li;

  public RecordBench(TestDatabase database, String code) {
    this.database = database;
    this.tenant = database.tenant(code);
    this.model = new TestTenant(database.platform(), tenant).founded();
    model.publish(StoreFiles.all());
    this.counting = new CountingDatabase(database.tenantDatabase());
    this.records = new DefaultRecordService(counting, model.registry());
    byte[] secret =
        ask("select secret from record_secret").getFirst().getBytes(StandardCharsets.US_ASCII);
    this.analyzer =
        new QueryAnalyzer(
            new FormulaFilterCompiler(),
            RowAccess.EVERYTHING,
            new CursorCodec(_ -> secret),
            new ShapeCache(10));
    RequestContext nobody =
        TestContexts.of(tenant, TestContexts.LI).withMetadataVersion(model.version());
    this.li =
        records
            .execute(nobody, new RecordCommand.Create("user", json("{\"name\": \"Li\"}"), null))
            .id();
  }

  public RecordService records() {
    return records;
  }

  /// A request of Li that began at the present version of the model.
  public RequestContext context() {
    return TestContexts.of(tenant, li).withMetadataVersion(model.version());
  }

  public TestTenant model() {
    return model;
  }

  public UUID li() {
    return li;
  }

  public RecordView create(String object, String json) {
    return records.execute(context(), new RecordCommand.Create(object, json(json), null));
  }

  public RecordView update(RecordView record, String json) {
    return records.execute(
        context(),
        new RecordCommand.Update(record.object(), record.id(), record.version(), json(json)));
  }

  public void delete(RecordView record) {
    records.execute(
        context(), new RecordCommand.Delete(record.object(), record.id(), record.version()));
  }

  /// The ids of all records that a filter finds.
  public List<UUID> find(String object, String filter) {
    return ids(
        new ListQuery(object, List.of("id"), List.of(filter), null, List.of(), 200, null, false));
  }

  /// The ids of all records that a search finds.
  public List<UUID> search(String object, String words) {
    return ids(new ListQuery(object, List.of("id"), List.of(), words, List.of(), 200, null, false));
  }

  private List<UUID> ids(ListQuery query) {
    return records.list(context(), query).records().stream().map(RecordView::id).toList();
  }

  public RecordView get(String object, UUID id) {
    return records.get(context(), object, id, List.of());
  }

  public static ObjectNode json(String text) {
    return (ObjectNode) Json.read(text);
  }

  /// How many statements the reads of `work` send.
  public int reads(Runnable work) {
    int before = counting.reads.get();
    work.run();
    return counting.reads.get() - before;
  }

  /// The statement of a page, with a cursor of this bench.
  public SqlFragment statement(ListQuery query) {
    return QueryRenderer.records(analyzer.list(query, model.snapshot(), context())).statement();
  }

  /// Runs a statement in the tenant's schema under its owner role.
  public void run(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set role " + tenant.ownerRole().quoted());
      statement.execute("set search_path = " + tenant.schema().quoted());
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The rows of a query in the tenant's schema, each as one text.
  public List<String> ask(String sql) {
    return ask(sql, List.of());
  }

  /// The same with bound values.
  public List<String> ask(String sql, List<? extends @Nullable Object> parameters) {
    try (Connection connection = database.connect();
        Statement setting = connection.createStatement();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      setting.execute("set role " + tenant.runtimeRole().quoted());
      setting.execute("set search_path = " + tenant.schema().quoted());
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, String.valueOf(parameters.get(i)));
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet answer = statement.executeQuery()) {
        while (answer.next()) {
          rows.add(answer.getString(1));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What the writes of a record have left behind: a line for each row of history and for each
  /// event.
  public List<String> trail(UUID id) {
    return ask(
        "select 'history ' || version from record_history where record_id = '%s' union all select 'event ' || id from outbox where subject = '%s' order by 1"
            .formatted(id, id));
  }

  /// The number of rows in an object's table.
  public long count(String object) {
    return Long.parseLong(ask("select count(*) from " + object(object).table()).getFirst());
  }

  public ObjectModel object(String name) {
    ObjectModel found = model.snapshot().object(name);
    if (found == null) {
      throw new IllegalArgumentException("No object (%s).".formatted(name));
    }
    return found;
  }

  /// The (first) column of a field.
  public SqlIdentifier column(String object, String field) {
    FieldModel found = object(object).field(field);
    if (found == null) {
      throw new IllegalArgumentException("No field (%s) in (%s).".formatted(field, object));
    }
    return found.column();
  }

  /// Counts the statements that go through the reading door.
  private static final class CountingDatabase implements TenantDatabase {
    private final TenantDatabase database;
    private final AtomicInteger reads = new AtomicInteger();

    CountingDatabase(TenantDatabase database) {
      this.database = database;
    }

    @Override
    public <T> T inTransaction(Tenant tenant, Function<Transaction, T> work) {
      return database.inTransaction(tenant, work);
    }

    @Override
    public <T> T inOwnerTransaction(Tenant tenant, Function<Transaction, T> work) {
      return database.inOwnerTransaction(tenant, work);
    }

    @Override
    public <T> T outsideTransaction(Tenant tenant, Function<Transaction, T> work) {
      return database.outsideTransaction(tenant, work);
    }

    @Override
    public <T> T whileHolding(Tenant tenant, SqlFragment lock, Function<Transaction, T> work) {
      return database.whileHolding(tenant, lock, work);
    }

    @Override
    public ReadSession reading(Tenant tenant) {
      ReadSession session = database.reading(tenant);
      return new ReadSession() {
        @Override
        public <T> List<T> query(SqlFragment statement, RowDecoder<T> decoder) {
          reads.incrementAndGet();
          return session.query(statement, decoder);
        }
      };
    }
  }
}
