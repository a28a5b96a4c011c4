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

/// Reads a tenant's catalogue. Statements of a read session each have their own view of the
/// database, so the version is read before and after: equal versions enclose one state, because
/// every publication makes a new one.
public final class CatalogueReader {
  private static final int ATTEMPTS = 20;

  private final MetadataKinds kinds;

  public CatalogueReader(MetadataKinds kinds) {
    this.kinds = kinds;
  }

  public Catalogue read(ReadSession session, Tenant tenant) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long before = version(session, tenant);
      Catalogue catalogue =
          new Catalogue(
              before, model(session, tenant), physical(session, tenant), packs(session, tenant));
      if (version(session, tenant) == before) {
        return catalogue;
      }
    }
    throw new IllegalStateException(
        "The catalogue of tenant (%s) changed (%d) times while it was read."
            .formatted(tenant.code(), ATTEMPTS));
  }

  public static long version(ReadSession session, Tenant tenant) {
    return number(session, SqlFragment.of("select huozi.metadata_version(?)", tenant.id()));
  }

  private static long number(ReadSession session, SqlFragment query) {
    return session.query(query, row -> Objects.requireNonNull(row.longInteger(0))).getFirst();
  }

  private Model model(ReadSession session, Tenant tenant) {
    return new Model(
        session.query(
            SqlFragment.of("select id, kind, pack, body::text from ")
                .then(CatalogueTable.COMPONENT.of(tenant)),
            this::component));
  }

  private Component component(Row row) {
    String kind = text(row, 1);
    JsonNode body = Json.read(Objects.requireNonNull(row.text(3)));
    return new Component(
        Objects.requireNonNull(row.longInteger(0)), kind, text(row, 2), definition(kind, body));
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

  private static PhysicalModel physical(ReadSession session, Tenant tenant) {
    Map<Long, List<PhysicalColumn>> columns = new HashMap<>();
    session.query(
        SqlFragment.of("select object_id, field_key, slot, name, type, parked from ")
            .then(CatalogueTable.PHYSICAL_COLUMN.of(tenant))
            .then(" order by object_id, name"),
        row ->
            columns
                .computeIfAbsent(Objects.requireNonNull(row.longInteger(0)), _ -> new ArrayList<>())
                .add(column(row)));
    Map<Long, PhysicalTable> tables = new HashMap<>();
    session.query(
        SqlFragment.of("select object_id, name, parked from ")
            .then(CatalogueTable.PHYSICAL_TABLE.of(tenant)),
        row -> {
          long id = Objects.requireNonNull(row.longInteger(0));
          return tables.put(
              id,
              new PhysicalTable(
                  id,
                  new SqlIdentifier(text(row, 1)),
                  Boolean.TRUE.equals(row.bool(2)),
                  columns.getOrDefault(id, List.of())));
        });
    long next =
        number(
            session,
            SqlFragment.of("select next from ").then(CatalogueTable.CATALOGUE_COUNTER.of(tenant)));
    return new PhysicalModel(tables, next);
  }

  private static PhysicalColumn column(Row row) {
    return new PhysicalColumn(
        text(row, 1),
        Objects.requireNonNull(row.longInteger(2)),
        new SqlIdentifier(text(row, 3)),
        ColumnType.parse(text(row, 4)),
        Boolean.TRUE.equals(row.bool(5)));
  }

  private static Map<String, InstalledPack> packs(ReadSession session, Tenant tenant) {
    Map<String, Map<MetadataRef, JsonNode>> components = new HashMap<>();
    session.query(
        SqlFragment.of("select pack, kind, name_key, body::text from ")
            .then(CatalogueTable.PACK_COMPONENT.of(tenant)),
        row ->
            components
                .computeIfAbsent(text(row, 0), _ -> new HashMap<>())
                .put(
                    new MetadataRef(text(row, 1), text(row, 2)),
                    Json.read(Objects.requireNonNull(row.text(3)))));
    Map<String, InstalledPack> packs = new HashMap<>();
    session.query(
        SqlFragment.of(
                "select pack, version, manifest::text, params::text, digest, changed_in from ")
            .then(CatalogueTable.INSTALLED_PACK.of(tenant)),
        row ->
            packs.put(
                text(row, 0),
                new InstalledPack(
                    text(row, 1),
                    Json.read(Objects.requireNonNull(row.text(2))),
                    components.getOrDefault(text(row, 0), Map.of()),
                    Json.read(text(row, 3)),
                    text(row, 4),
                    Objects.requireNonNull(row.longInteger(5)))));
    return packs;
  }

  private static String text(Row row, int column) {
    return Objects.requireNonNull(row.text(column));
  }
}
