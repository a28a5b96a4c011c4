package dev.huozi.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.change.ModelCheck;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.SystemPack;
import dev.huozi.metadata.schema.NameCounter;
import dev.huozi.metadata.schema.PhysicalModel;
import dev.huozi.metadata.schema.PhysicalPlanner;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.snapshot.SnapshotCompiler;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.RowDecoder;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.query.ColumnKind;
import dev.huozi.record.query.CursorCodec;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.ReferenceTargets;
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
  private volatile MetadataSnapshot snapshot;
  private final CountingDatabase counting;
  private final RecordService records;
  private final QueryAnalyzer analyzer;
  private final UUID li;

  public RecordBench(TestDatabase database, String code) {
    this.database = database;
    this.tenant = database.tenant(code);
    this.snapshot = compile(tenant);
    this.counting = new CountingDatabase(database.tenantDatabase());
    createTables();
    SnapshotRegistry registry =
        new SnapshotRegistry() {
          @Override
          public MetadataSnapshot current(RequestContext context) {
            return snapshot;
          }

          @Override
          public MetadataSnapshot current(Tenant of, long minimumVersion) {
            return snapshot;
          }
        };
    this.records =
        new DefaultRecordService(
            counting, registry, (_, _) -> snapshot.version(), RowAccess.EVERYTHING);
    byte[] secret =
        ask("select secret from record_secret").getFirst().getBytes(StandardCharsets.US_ASCII);
    this.analyzer =
        new QueryAnalyzer(
            new FormulaFilterCompiler(),
            RowAccess.EVERYTHING,
            new CursorCodec(_ -> secret),
            new ShapeCache(10));
    RequestContext nobody = TestContexts.of(tenant, TestContexts.LI);
    this.li =
        records
            .execute(nobody, new RecordCommand.Create("user", json("{\"name\": \"Li\"}"), null))
            .id();
  }

  public RecordService records() {
    return records;
  }

  public RequestContext context() {
    return TestContexts.of(tenant, li);
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
    return QueryRenderer.records(analyzer.list(query, snapshot, context())).statement();
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
    ObjectModel found = snapshot.object(name);
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

  private static MetadataSnapshot compile(Tenant tenant) {
    NameCounter counter = new NameCounter(1);
    List<Component> components = new ArrayList<>();
    for (Pack pack :
        List.of(SystemPack.read(TestModels.KINDS), TestModels.pack(StoreFiles.all()))) {
      for (MetadataChange.Put put : pack.components()) {
        components.add(
            new Component(counter.id(), put.kind(), pack.manifest().id(), put.definition()));
      }
    }
    Model model = new Model(components);
    Issues issues = new Issues();
    ModelCheck.check(TestModels.KINDS, model, issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    PhysicalModel physical = PhysicalPlanner.plan(model, PhysicalModel.EMPTY, counter).physical();
    return SnapshotCompiler.compile(tenant.schema(), 1, model, physical);
  }

  private void createTables() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set role " + tenant.ownerRole().quoted());
      statement.execute("set search_path = " + tenant.schema().quoted());
      for (ObjectModel object : snapshot.objects()) {
        List<String> columns =
            new ArrayList<>(
                List.of(
                    "id uuid primary key, version int not null, created_at timestamptz not null, created_by uuid not null, updated_at timestamptz not null, updated_by uuid not null"));
        for (FieldModel field : object.fields()) {
          if (!field.system()) {
            field
                .columns()
                .forEach(column ->
                    columns.add(column.name() + " " + ColumnKind.of(field).elementType()));
          }
        }
        statement.execute(
            "create table " + object.table().name() + " (" + String.join(", ", columns) + ")");
        for (FieldModel field : object.fields()) {
          if (field.field().unique()) {
            String column = field.column().name();
            statement.execute(
                "create unique index u_"
                    + column
                    + " on "
                    + object.table().name()
                    + " (lower("
                    + column
                    + " collate \"und-x-icu\"))");
          }
        }
        if (object.name().equals("store")) {
          statement.execute(
              "create unique index y_%s_%s on %s (%s, lower(%s collate \"und-x-icu\"))"
                  .formatted(
                      column("store", "dealer").name().substring(2),
                      column("store", "phone").name().substring(2),
                      object.table().name(),
                      column("store", "dealer").name(),
                      column("store", "phone").name()));
          statement.execute(
              "create index on %s (%s, %s, id)"
                  .formatted(
                      object.table().name(),
                      column("store", "owner").name(),
                      column("store", "seen").name()));
          statement.execute(
              "create index on %s (%s, %s collate \"zh-x-icu\", id)"
                  .formatted(
                      object.table().name(),
                      column("store", "owner").name(),
                      column("store", "name").name()));
          statement.execute(
              "create index on %s (%s, id)"
                  .formatted(object.table().name(), column("store", "seen").name()));
        }
      }
      for (ObjectModel object : snapshot.objects()) {
        for (FieldModel field : object.fields()) {
          if (!field.system()) {
            for (ReferenceTargets.Target target : ReferenceTargets.of(field, snapshot)) {
              boolean clear =
                  field.field().type() instanceof FieldType.Lookup lookup
                      && lookup.onDelete() == FieldType.OnDelete.clear;
              statement.execute(
                  "alter table "
                      + object.table().name()
                      + " add foreign key ("
                      + target.column().name()
                      + ") references "
                      + target.object().table().name()
                      + (clear ? " on delete set null" : ""));
              statement.execute(
                  "create index on " + object.table().name() + " (" + target.column().name() + ")");
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
