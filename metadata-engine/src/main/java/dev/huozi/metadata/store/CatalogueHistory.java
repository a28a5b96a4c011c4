package dev.huozi.metadata.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.model.VersionEntry;
import dev.huozi.metadata.schema.PhysicalModel;
import dev.huozi.metadata.schema.PhysicalTable;
import dev.huozi.metadata.store.Catalogue.InstalledPack;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The catalogue as it was, from its histories.
public final class CatalogueHistory {
  private final CatalogueReader reader;
  private final ReadSession session;
  private final Tenant tenant;

  public CatalogueHistory(MetadataKinds kinds, ReadSession session, Tenant tenant) {
    this.reader = new CatalogueReader(kinds);
    this.session = session;
    this.tenant = tenant;
  }

  /// The publications below a version, newest first.
  public List<VersionEntry> list(long below, int limit) {
    return session.query(
        SqlFragment.of(
                "select version, published_at, author_name, reason, pack, pack_version, json_array_length(plan -> 'items') from ")
            .then(CatalogueTable.METADATA_VERSION.of(tenant))
            .then(" where version < ? order by version desc limit ?", below, limit),
        CatalogueHistory::entry);
  }

  private static VersionEntry entry(Row row) {
    return new VersionEntry(
        Objects.requireNonNull(row.longInteger(0)),
        Objects.requireNonNull(row.instant(1)),
        text(row, 2),
        text(row, 3),
        row.text(4),
        row.text(5),
        Objects.requireNonNullElse(row.integer(6), 0));
  }

  /// The catalogue at a version. The counter is today's.
  public Catalogue at(long version, long counter) {
    return new Catalogue(version, model(version), physical(version, counter), packs(version));
  }

  private Model model(long version) {
    List<Component> components = new ArrayList<>();
    session.query(
        SqlFragment.of(
                "select distinct on (component_id) component_id, kind, pack, body::text from ")
            .then(CatalogueTable.COMPONENT_HISTORY.of(tenant))
            .then(" where version <= ? order by component_id, version desc", version),
        row -> {
          String body = row.text(3);
          return body == null
              || components.add(
                  new Component(
                      Objects.requireNonNull(row.longInteger(0)),
                      text(row, 1),
                      text(row, 2),
                      reader.definition(text(row, 1), Json.read(body))));
        });
    return new Model(components);
  }

  private PhysicalModel physical(long version, long counter) {
    Map<Long, PhysicalTable> tables = new HashMap<>();
    session.query(
        SqlFragment.of("select distinct on (object_id) object_id, body::text from ")
            .then(CatalogueTable.PHYSICAL_HISTORY.of(tenant))
            .then(" where version <= ? order by object_id, version desc", version),
        row -> {
          long id = Objects.requireNonNull(row.longInteger(0));
          String body = row.text(1);
          return body == null ? null : tables.put(id, PhysicalHistory.read(id, Json.read(body)));
        });
    return new PhysicalModel(tables, counter);
  }

  private Map<String, InstalledPack> packs(long version) {
    Map<String, InstalledPack> packs = new HashMap<>();
    session.query(
        SqlFragment.of(
                "select distinct on (pack) pack, pack_version, manifest::text, components::text, params::text, digest, version from ")
            .then(CatalogueTable.PACK_HISTORY.of(tenant))
            .then(" where version <= ? order by pack, version desc", version),
        row -> {
          String packVersion = row.text(1);
          return packVersion == null
              ? null
              : packs.put(
                  text(row, 0),
                  new InstalledPack(
                      packVersion,
                      Json.read(text(row, 2)),
                      components(Json.read(text(row, 3))),
                      params(row.text(4)),
                      Objects.requireNonNullElse(row.text(5), ""),
                      Objects.requireNonNull(row.longInteger(6))));
        });
    return packs;
  }

  private static JsonNode params(@Nullable String text) {
    return text == null ? JsonNodeFactory.instance.objectNode() : Json.read(text);
  }

  private static Map<MetadataRef, JsonNode> components(JsonNode list) {
    Map<MetadataRef, JsonNode> components = new HashMap<>();
    for (JsonNode one : list) {
      components.put(
          new MetadataRef(one.path("kind").asText(), ApiName.key(one.path("name").asText())),
          one.path("body"));
    }
    return components;
  }

  private static String text(Row row, int column) {
    return Objects.requireNonNull(row.text(column));
  }
}
