package dev.huozi.metadata.store;

import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.schema.PhysicalTable;
import dev.huozi.metadata.schema.SchemaPlanner;
import dev.huozi.metadata.schema.TableRebuild;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.RowDecoder;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.dump.store.TableRows;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A catalogue inside the transaction of a copy, and what of a tenant's tables goes into one.
public final class CatalogueCopy {
  /// Fixed tables that stay behind: answers to requests that nobody will repeat, the secret that
  /// signs cursors, the history of migrations.
  private static final Set<String> LEFT = Set.of("idempotency_key", "record_secret", "migration");

  /// Events that nobody has handed on yet, imports with their files and traces.
  private static final Set<String> PENDING =
      Set.of("outbox", "import_job", "import_part", "import_line", "import_member");

  /// What the model alone needs of the records: who people are and where they belong.
  private static final List<String> PEOPLE = List.of("user", "org_unit");

  private final Catalogue catalogue;
  private final TableRebuild rebuild;

  private CatalogueCopy(Catalogue catalogue, TableRebuild rebuild) {
    this.catalogue = catalogue;
    this.rebuild = rebuild;
  }

  public static CatalogueCopy read(MetadataKinds kinds, Transaction transaction, Tenant tenant) {
    ReadSession session = within(transaction);
    Catalogue catalogue = new CatalogueReader(kinds).read(session, tenant);
    return new CatalogueCopy(
        catalogue,
        new TableRebuild(
            tenant.schema(),
            tenant.sortCollation(),
            new SchemaPlanner.State(catalogue.model(), catalogue.physical()),
            SchemaTasks.read(session, tenant)));
  }

  private static ReadSession within(Transaction transaction) {
    return new ReadSession() {
      @Override
      public <T> List<T> query(SqlFragment statement, RowDecoder<T> decoder) {
        return transaction.query(statement, decoder);
      }
    };
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public TableRebuild rebuild() {
    return rebuild;
  }

  /// Everything of the tenant.
  ///
  /// @param present the columns of all tables that are there
  /// @param references what each table refers to
  public List<TableRows> everything(
      Map<SqlIdentifier, List<SqlIdentifier>> present,
      Map<SqlIdentifier, Set<SqlIdentifier>> references) {
    Map<SqlIdentifier, TableRows> rows = new LinkedHashMap<>();
    for (SqlIdentifier table : present.keySet()) {
      if (!LEFT.contains(table.name()) && !isOfRecords(table)) {
        addAfterTargets(table, present, references, rows);
      }
    }
    for (SqlIdentifier table : rebuild.names()) {
      List<SqlIdentifier> columns = present.getOrDefault(table, List.of());
      rows.put(table, new TableRows(table, rebuild.columns(table, columns), Set.of()));
    }
    return List.copyOf(rows.values());
  }

  /// The keys of fixed tables are there while they are filled.
  private static void addAfterTargets(
      SqlIdentifier table,
      Map<SqlIdentifier, List<SqlIdentifier>> present,
      Map<SqlIdentifier, Set<SqlIdentifier>> references,
      Map<SqlIdentifier, TableRows> rows) {
    if (rows.containsKey(table)) {
      return;
    }
    for (SqlIdentifier target : references.getOrDefault(table, Set.of())) {
      if (!target.equals(table)) {
        addAfterTargets(target, present, references, rows);
      }
    }
    rows.put(table, new TableRows(table, present.getOrDefault(table, List.of()), Set.of()));
  }

  /// Everything but work that is still to be done: that is the original's.
  public List<TableRows> withoutPendingWork(
      Map<SqlIdentifier, List<SqlIdentifier>> present,
      Map<SqlIdentifier, Set<SqlIdentifier>> references) {
    return everything(present, references).stream()
        .filter(rows -> !PENDING.contains(rows.table().name()))
        .toList();
  }

  private static boolean isOfRecords(SqlIdentifier table) {
    return table.name().startsWith("o_");
  }

  /// The model with its history, and the people. What they refer to comes along where they must
  /// refer to it; else the reference is emptied.
  public List<TableRows> modelAndPeople(Map<SqlIdentifier, List<SqlIdentifier>> present) {
    List<TableRows> rows = new ArrayList<>();
    for (CatalogueTable fixed : CatalogueTable.values()) {
      SqlIdentifier table = new SqlIdentifier(fixed.name().toLowerCase(Locale.ROOT));
      List<SqlIdentifier> columns = present.get(table);
      if (columns != null) {
        rows.add(new TableRows(table, columns, Set.of()));
      }
    }
    Set<SqlIdentifier> carried = people();
    for (SqlIdentifier table : rebuild.names()) {
      if (carried.contains(table)) {
        Set<SqlIdentifier> blanked = new HashSet<>();
        rebuild
            .targets(table)
            .forEach((column, target) -> {
              if (!carried.contains(target.table())) {
                blanked.add(column);
              }
            });
        rows.add(
            new TableRows(
                table, rebuild.columns(table, present.getOrDefault(table, List.of())), blanked));
      }
    }
    return rows;
  }

  private Set<SqlIdentifier> people() {
    Set<SqlIdentifier> carried = new HashSet<>();
    List<SqlIdentifier> open = new ArrayList<>();
    PEOPLE.forEach(object -> {
      SqlIdentifier table = table(object);
      if (table != null) {
        open.add(table);
      }
    });
    while (!open.isEmpty()) {
      SqlIdentifier table = open.removeLast();
      if (carried.add(table)) {
        rebuild.targets(table).values().stream()
            .filter(TableRebuild.Target::required)
            .forEach(target -> open.add(target.table()));
      }
    }
    return carried;
  }

  private @Nullable SqlIdentifier table(String object) {
    Component component = catalogue.model().component(ObjectKind.ID, object);
    PhysicalTable table = component == null ? null : catalogue.physical().table(component.id());
    return table == null ? null : table.name();
  }

  /// Runs statements of `TableRebuild`.
  public static void run(Transaction transaction, List<SqlFragment> statements) {
    statements.forEach(transaction::execute);
  }
}
