package dev.huozi.metadata.store;

import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.schema.DdlStatement;
import dev.huozi.metadata.schema.PhysicalColumn;
import dev.huozi.metadata.schema.PhysicalModel;
import dev.huozi.metadata.schema.PhysicalTable;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes the statements for what a publication changes in the catalogue. They run in the
/// publication's transaction, under the owner role.
public final class CatalogueWriter {
  private final Consumer<SqlFragment> out;
  private final Tenant tenant;
  private final long version;

  /// @param out takes the statements
  /// @param version the version that the publication makes
  public CatalogueWriter(Consumer<SqlFragment> out, Tenant tenant, long version) {
    this.out = out;
    this.tenant = tenant;
    this.version = version;
  }

  /// Counts the tenant's version up and returns it, or null when it is not `expected` any more.
  public static @Nullable Long advance(Transaction transaction, Tenant tenant, long expected) {
    return transaction.queryOne(
        SqlFragment.of("select huozi.advance_metadata_version(?, ?)", tenant.id(), expected),
        row -> row.longInteger(0));
  }

  /// @param pack the pack that is published, null for the tenant itself
  public void version(
      Principal author,
      String reason,
      @Nullable String pack,
      @Nullable String packVersion,
      String plan) {
    out.accept(
        SqlFragment.of("insert into ")
            .then(CatalogueTable.METADATA_VERSION.of(tenant))
            .then(" (version, author, author_name, reason, pack, pack_version, plan)")
            .then(
                " values (?, ?, ?, ?, ?, ?, cast(? as json))",
                version,
                author.userId(),
                author.name(),
                reason,
                pack,
                packVersion,
                plan));
  }

  /// What differs between two models, in the list of components and in their history.
  public void components(Model before, Model after) {
    Map<Long, Component> old = byId(before);
    Rows changed = new Rows();
    Rows history = new Rows();
    List<Long> removed = new ArrayList<>();
    for (Component component : after.components()) {
      Component previous = old.remove(component.id());
      if (!component.equals(previous)) {
        changed.add(component, "");
        history.add(component, previous == null ? "ADD" : "CHANGE");
      }
    }
    for (Component gone : old.values()) {
      removed.add(gone.id());
      history.add(gone, "REMOVE");
    }
    // Names may move between components: the old ones go first.
    removed.addAll(changed.ids);
    delete(removed);
    insert(changed);
    insertHistory(history);
  }

  private static Map<Long, Component> byId(Model model) {
    Map<Long, Component> byId = new TreeMap<>();
    model.components().forEach(component -> byId.put(component.id(), component));
    return byId;
  }

  /// Components as columns for `unnest`.
  private static final class Rows {
    final List<Long> ids = new ArrayList<>();
    final List<String> kinds = new ArrayList<>();
    final List<String> names = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    final List<String> packs = new ArrayList<>();
    final List<@Nullable String> bodies = new ArrayList<>();
    final List<String> operations = new ArrayList<>();

    void add(Component component, String operation) {
      ids.add(component.id());
      kinds.add(component.kind());
      names.add(component.definition().name());
      keys.add(ApiName.key(component.definition().name()));
      packs.add(component.pack());
      bodies.add(operation.equals("REMOVE") ? null : body(component));
      operations.add(operation);
    }

    private static String body(Component component) {
      return Json.write(DefinitionWriter.write((Record) component.definition()));
    }
  }

  private void delete(List<Long> ids) {
    if (!ids.isEmpty()) {
      out.accept(
          SqlFragment.of("delete from ")
              .then(CatalogueTable.COMPONENT.of(tenant))
              .then(" where id = any(?)", new SqlArray("int8", ids)));
    }
  }

  private void insert(Rows rows) {
    if (!rows.ids.isEmpty()) {
      out.accept(
          SqlFragment.of("insert into ")
              .then(CatalogueTable.COMPONENT.of(tenant))
              .then(" (id, kind, name, name_key, pack, body, changed_in)")
              .then(
                  " select r.id, r.kind, r.name, r.name_key, r.pack, r.body::json, ?::int8",
                  version)
              .then(
                  " from unnest(?, ?, ?, ?, ?, ?) r (id, kind, name, name_key, pack, body)",
                  new SqlArray("int8", rows.ids),
                  new SqlArray("text", rows.kinds),
                  new SqlArray("text", rows.names),
                  new SqlArray("text", rows.keys),
                  new SqlArray("text", rows.packs),
                  new SqlArray("text", rows.bodies)));
    }
  }

  private void insertHistory(Rows rows) {
    if (!rows.ids.isEmpty()) {
      out.accept(
          SqlFragment.of("insert into ")
              .then(CatalogueTable.COMPONENT_HISTORY.of(tenant))
              .then(" (version, component_id, operation, kind, name, pack, body)")
              .then(
                  " select ?::int8, r.id, r.operation, r.kind, r.name, r.pack, r.body::json",
                  version)
              .then(
                  " from unnest(?, ?, ?, ?, ?, ?) r (id, operation, kind, name, pack, body)",
                  new SqlArray("int8", rows.ids),
                  new SqlArray("text", rows.operations),
                  new SqlArray("text", rows.kinds),
                  new SqlArray("text", rows.names),
                  new SqlArray("text", rows.packs),
                  new SqlArray("text", rows.bodies)));
    }
  }

  /// What differs between two sets of physical names.
  public void physical(PhysicalModel before, PhysicalModel after) {
    List<PhysicalTable> changed = new ArrayList<>();
    List<Long> replaced = new ArrayList<>();
    for (PhysicalTable table : after.inOrder()) {
      PhysicalTable old = before.table(table.objectId());
      if (!table.equals(old)) {
        changed.add(table);
        if (old != null) {
          replaced.add(table.objectId());
        }
      }
    }
    before.inOrder().stream()
        .filter(table -> after.table(table.objectId()) == null)
        .forEach(table -> replaced.add(table.objectId()));
    deleteTables(replaced);
    insertTables(changed);
    new PhysicalHistory(out, tenant, version).add(before, after);
    if (after.next() != before.next()) {
      out.accept(
          SqlFragment.of("update ")
              .then(CatalogueTable.CATALOGUE_COUNTER.of(tenant))
              .then(" set next = ?", after.next()));
    }
  }

  private void deleteTables(List<Long> objectIds) {
    if (objectIds.isEmpty()) {
      return;
    }
    for (CatalogueTable table :
        List.of(CatalogueTable.PHYSICAL_TABLE, CatalogueTable.PHYSICAL_COLUMN)) {
      out.accept(
          SqlFragment.of("delete from ")
              .then(table.of(tenant))
              .then(" where object_id = any(?)", new SqlArray("int8", objectIds)));
    }
  }

  private void insertTables(List<PhysicalTable> tables) {
    if (tables.isEmpty()) {
      return;
    }
    out.accept(
        SqlFragment.of("insert into ")
            .then(CatalogueTable.PHYSICAL_TABLE.of(tenant))
            .then(
                " (object_id, name, parked) select * from unnest(?, ?, ?)",
                new SqlArray("int8", tables.stream().map(PhysicalTable::objectId).toList()),
                new SqlArray("text", tables.stream().map(table -> table.name().name()).toList()),
                new SqlArray("bool", tables.stream().map(PhysicalTable::parked).toList())));
    List<Long> ids = new ArrayList<>();
    List<PhysicalColumn> columns = new ArrayList<>();
    for (PhysicalTable table : tables) {
      table.columns().forEach(_ -> ids.add(table.objectId()));
      columns.addAll(table.columns());
    }
    out.accept(
        SqlFragment.of("insert into ")
            .then(CatalogueTable.PHYSICAL_COLUMN.of(tenant))
            .then(
                " (object_id, name, field_key, slot, type, parked) select * from unnest(?, ?, ?, ?, ?, ?)",
                new SqlArray("int8", ids),
                new SqlArray("text", columns.stream().map(column -> column.name().name()).toList()),
                new SqlArray("text", columns.stream().map(PhysicalColumn::fieldKey).toList()),
                new SqlArray("int8", columns.stream().map(PhysicalColumn::slot).toList()),
                new SqlArray(
                    "text", columns.stream().map(column -> column.type().toString()).toList()),
                new SqlArray("bool", columns.stream().map(PhysicalColumn::parked).toList())));
  }

  /// Notes the steps that are to follow.
  public void tasks(List<DdlStatement> statements) {
    List<DdlStatement.Later> later =
        statements.stream().map(DdlStatement::later).filter(Objects::nonNull).toList();
    if (!later.isEmpty()) {
      out.accept(
          SqlFragment.of("insert into ")
              .then(CatalogueTable.SCHEMA_TASK.of(tenant))
              .then(" (table_name, name, version)")
              .then(
                  " select r.table_name, r.name, ?::int8 from unnest(?, ?) r (table_name, name)",
                  version,
                  new SqlArray("text", later.stream().map(task -> task.table().name()).toList()),
                  new SqlArray("text", later.stream().map(task -> task.name().name()).toList()))
              .then(" on conflict (table_name, name) do update set version = excluded.version"));
    }
  }
}
