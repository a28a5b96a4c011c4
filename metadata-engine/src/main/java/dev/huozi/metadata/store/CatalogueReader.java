package dev.huozi.metadata.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.schema.ColumnType;
import dev.huozi.metadata.schema.PhysicalColumn;
import dev.huozi.metadata.schema.PhysicalModel;
import dev.huozi.metadata.schema.PhysicalTable;
import dev.huozi.metadata.store.Catalogue.InstalledPack;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a tenant's catalogue. All of it in one statement, and so at one version.
public final class CatalogueReader {
  private final MetadataKinds kinds;

  public CatalogueReader(MetadataKinds kinds) {
    this.kinds = kinds;
  }

  public Catalogue read(ReadSession session, Tenant tenant) {
    Rows rows = new Rows();
    session.query(statement(tenant), rows::add);
    return rows.catalogue();
  }

  public static long version(ReadSession session, Tenant tenant) {
    return session
        .query(
            SqlFragment.of("select huozi.metadata_version(?)", tenant.id()),
            row -> Objects.requireNonNull(row.longInteger(0)))
        .getFirst();
  }

  /// Rows of every table, told apart by the first column, with as many columns of each type as one
  /// of them needs.
  private static SqlFragment statement(Tenant tenant) {
    return SqlFragment.of(
            """
            select 'version' as part, huozi.metadata_version(?) as id, null::int8 as slot, null::text as a, null::text as b,
              null::text as c, null::text as d, null::text as e, null::bool as parked
            union all select 'counter', next, null, null, null, null, null, null, null from
            """,
            tenant.id())
        .then(CatalogueTable.CATALOGUE_COUNTER.of(tenant))
        .then(
            " union all select 'component', id, null, kind, pack, body::text, null, null, null from ")
        .then(CatalogueTable.COMPONENT.of(tenant))
        .then(
            " union all select 'column', object_id, slot, name, field_key, type, null, null, parked from ")
        .then(CatalogueTable.PHYSICAL_COLUMN.of(tenant))
        .then(
            " union all select 'table', object_id, null, name, null, null, null, null, parked from ")
        .then(CatalogueTable.PHYSICAL_TABLE.of(tenant))
        .then(
            " union all select 'body', null, null, pack, kind, name_key, body::text, null, null from ")
        .then(CatalogueTable.PACK_COMPONENT.of(tenant))
        .then(
            " union all select 'pack', changed_in, null, pack, version, manifest::text, params::text, digest, null from ")
        .then(CatalogueTable.INSTALLED_PACK.of(tenant))
        .then(" order by part, id, a");
  }

  /// Puts a catalogue together from its rows.
  private final class Rows {
    private long version;
    private long next;
    private final List<Component> components = new ArrayList<>();
    private final Map<Long, List<PhysicalColumn>> columns = new HashMap<>();
    private final List<PhysicalTable> tables = new ArrayList<>();
    private final Map<String, Map<MetadataRef, JsonNode>> bodies = new HashMap<>();
    private final Map<String, InstalledPack> packs = new HashMap<>();

    /// Columns come before their tables, what a pack defines before the pack.
    boolean add(Row row) {
      String part = text(row, 0);
      switch (part) {
        case "version" -> version = number(row, 1);
        case "counter" -> next = number(row, 1);
        case "component" -> components.add(component(row));
        case "column" ->
            columns.computeIfAbsent(number(row, 1), _ -> new ArrayList<>()).add(column(row));
        case "table" -> tables.add(table(row, columns.getOrDefault(number(row, 1), List.of())));
        case "body" ->
            bodies
                .computeIfAbsent(text(row, 3), _ -> new HashMap<>())
                .put(new MetadataRef(text(row, 4), text(row, 5)), Json.read(text(row, 6)));
        case "pack" -> packs.put(text(row, 3), pack(row, bodies.get(text(row, 3))));
        default -> throw new IllegalStateException("There is no part (%s).".formatted(part));
      }
      return true;
    }

    Catalogue catalogue() {
      Map<Long, PhysicalTable> byId = new HashMap<>();
      tables.forEach(table -> byId.put(table.objectId(), table));
      return new Catalogue(version, new Model(components), new PhysicalModel(byId, next), packs);
    }
  }

  private Component component(Row row) {
    String kind = text(row, 3);
    JsonNode body = Json.read(text(row, 5));
    return new Component(number(row, 1), kind, text(row, 4), definition(kind, body));
  }

  /// A definition that was checked when it was published.
  Definition definition(String kind, JsonNode body) {
    Issues issues = new Issues();
    Definition definition =
        DefinitionReader.read(SourceTree.of(body), kinds.get(kind).type(), issues);
    if (definition == null) {
      throw new IllegalStateException(
          "The catalogue holds a %s that this program cannot read: %s"
              .formatted(kind, issues.list()));
    }
    return definition;
  }

  private static PhysicalColumn column(Row row) {
    return new PhysicalColumn(
        text(row, 4),
        number(row, 2),
        new SqlIdentifier(text(row, 3)),
        ColumnType.parse(text(row, 5)),
        Boolean.TRUE.equals(row.bool(8)));
  }

  private static PhysicalTable table(Row row, List<PhysicalColumn> columns) {
    return new PhysicalTable(
        number(row, 1), new SqlIdentifier(text(row, 3)), Boolean.TRUE.equals(row.bool(8)), columns);
  }

  private static InstalledPack pack(Row row, @Nullable Map<MetadataRef, JsonNode> bodies) {
    return new InstalledPack(
        text(row, 4),
        Json.read(text(row, 5)),
        bodies == null ? Map.of() : bodies,
        Json.read(text(row, 6)),
        text(row, 7),
        number(row, 1));
  }

  private static long number(Row row, int column) {
    return Objects.requireNonNull(row.longInteger(column));
  }

  private static String text(Row row, int column) {
    return Objects.requireNonNull(row.text(column));
  }
}
