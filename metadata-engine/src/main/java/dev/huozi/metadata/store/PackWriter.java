package dev.huozi.metadata.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.store.Catalogue.InstalledPack;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Writes the statements for what a publication changes in the list of installed packs, and its
/// history.
public final class PackWriter {
  private final Consumer<SqlFragment> out;
  private final Tenant tenant;
  private final long version;

  /// @param out takes the statements
  /// @param version the version that the publication makes
  public PackWriter(Consumer<SqlFragment> out, Tenant tenant, long version) {
    this.out = out;
    this.tenant = tenant;
    this.version = version;
  }

  public void write(Map<String, InstalledPack> before, Map<String, InstalledPack> after) {
    for (Map.Entry<String, InstalledPack> pack : new TreeMap<>(after).entrySet()) {
      if (!pack.getValue().equals(before.get(pack.getKey()))) {
        delete(pack.getKey());
        install(pack.getKey(), pack.getValue());
      }
    }
    for (String pack : new TreeMap<>(before).keySet()) {
      if (!after.containsKey(pack)) {
        delete(pack);
        remember(pack);
      }
    }
  }

  private void delete(String pack) {
    for (CatalogueTable table :
        List.of(CatalogueTable.INSTALLED_PACK, CatalogueTable.PACK_COMPONENT)) {
      out.accept(
          SqlFragment.of("delete from ").then(table.of(tenant)).then(" where pack = ?", pack));
    }
  }

  private void install(String pack, InstalledPack installed) {
    out.accept(
        SqlFragment.of("insert into ")
            .then(CatalogueTable.INSTALLED_PACK.of(tenant))
            .then(
                " (pack, version, manifest, params, digest, changed_in)"
                    + " values (?, ?, cast(? as json), cast(? as json), ?, ?)",
                pack,
                installed.version(),
                Json.write(installed.manifest()),
                Json.write(installed.params()),
                installed.digest(),
                version));
    List<Map.Entry<MetadataRef, JsonNode>> components =
        List.copyOf(installed.components().entrySet());
    if (!components.isEmpty()) {
      out.accept(
          SqlFragment.of("insert into ")
              .then(CatalogueTable.PACK_COMPONENT.of(tenant))
              .then(" (pack, kind, name_key, name, body)")
              .then(" select ?, r.kind, r.name_key, r.name, r.body::json", pack)
              .then(
                  " from unnest(?, ?, ?, ?) r (kind, name_key, name, body)",
                  new SqlArray(
                      "text", components.stream().map(one -> one.getKey().kind()).toList()),
                  new SqlArray(
                      "text", components.stream().map(one -> one.getKey().name()).toList()),
                  new SqlArray(
                      "text", components.stream().map(one -> name(one.getValue())).toList()),
                  new SqlArray(
                      "text",
                      components.stream().map(one -> Json.write(one.getValue())).toList())));
    }
    remember(pack, installed);
  }

  private static String name(JsonNode body) {
    return body.path("name").asText();
  }

  private void remember(String pack) {
    out.accept(
        SqlFragment.of("insert into ")
            .then(CatalogueTable.PACK_HISTORY.of(tenant))
            .then(" (version, pack) values (?, ?)", version, pack));
  }

  private void remember(String pack, InstalledPack installed) {
    ArrayNode components = JsonNodeFactory.instance.arrayNode();
    installed
        .components()
        .forEach((ref, body) ->
            components
                .addObject()
                .put("kind", ref.kind())
                .put("name", ref.name())
                .set("body", body));
    out.accept(
        SqlFragment.of("insert into ")
            .then(CatalogueTable.PACK_HISTORY.of(tenant))
            .then(" (version, pack, pack_version, manifest, components, params, digest)")
            .then(
                " values (?, ?, ?, cast(? as json), cast(? as json), cast(? as json), ?)",
                version,
                pack,
                installed.version(),
                Json.write(installed.manifest()),
                Json.write(components),
                Json.write(installed.params()),
                installed.digest()));
  }

  /// Keeps the files of a release, once for each. They stay when the pack goes, like all history: a
  /// rollback finds them.
  public void release(String pack, String release, String digest, Map<String, String> texts) {
    ObjectNode files = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(texts).forEach(files::put);
    out.accept(
        SqlFragment.of("insert into ")
            .then(CatalogueTable.PACK_RELEASE.of(tenant))
            .then(
                " (digest, pack, version, files) values (?, ?, ?, cast(? as json))",
                digest,
                pack,
                release,
                Json.write(files))
            .then(" on conflict (digest) do nothing"));
  }
}
