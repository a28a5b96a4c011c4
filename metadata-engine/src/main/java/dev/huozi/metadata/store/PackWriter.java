package dev.huozi.metadata.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.store.PackRow.Body;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.TreeMap;

/// Writes what a publication changes about an installed pack. Runs in the publication's
/// transaction, under the owner role.
public final class PackWriter {
  private final Transaction transaction;
  private final Tenant tenant;
  private final long version;

  /// @param version the version that the publication makes
  public PackWriter(Transaction transaction, Tenant tenant, long version) {
    this.transaction = transaction;
    this.tenant = tenant;
    this.version = version;
  }

  /// Notes a pack as installed, with the bodies that the next upgrade compares with; or as gone.
  public void write(PackRow row) {
    delete(CatalogueTable.PACK_COMPONENT, row.pack());
    JsonNode manifest = row.manifest();
    if (manifest == null) {
      delete(CatalogueTable.INSTALLED_PACK, row.pack());
    } else {
      installed(row, manifest);
      bodies(row.pack(), row.bodies());
      release(row);
    }
  }

  private void delete(CatalogueTable table, String pack) {
    transaction.execute(
        SqlFragment.of("delete from ").then(table.of(tenant)).then(" where pack = ?", pack));
  }

  private void installed(PackRow row, JsonNode manifest) {
    transaction.execute(
        SqlFragment.of("insert into ")
            .then(CatalogueTable.INSTALLED_PACK.of(tenant))
            .then(
                " (pack, version, manifest, params, digest, changed_in)"
                    + " values (?, ?, cast(? as json), cast(? as json), ?, ?)",
                row.pack(),
                row.version(),
                Json.write(manifest),
                Json.write(row.params()),
                row.digest(),
                version)
            .then(" on conflict (pack) do update set version = excluded.version,")
            .then(" manifest = excluded.manifest, params = excluded.params,")
            .then(" digest = excluded.digest, changed_in = excluded.changed_in"));
  }

  private void bodies(String pack, List<Body> bodies) {
    if (bodies.isEmpty()) {
      return;
    }
    transaction.execute(
        SqlFragment.of("insert into ")
            .then(CatalogueTable.PACK_COMPONENT.of(tenant))
            .then(" (pack, kind, name_key, name, body)")
            .then(" select ?, r.kind, r.name_key, r.name, r.body::json", pack)
            .then(
                " from unnest(?, ?, ?, ?) r (kind, name_key, name, body)",
                new SqlArray("text", bodies.stream().map(Body::kind).toList()),
                new SqlArray("text", bodies.stream().map(one -> ApiName.key(one.name())).toList()),
                new SqlArray("text", bodies.stream().map(Body::name).toList()),
                new SqlArray("text", bodies.stream().map(one -> Json.write(one.body())).toList())));
  }

  /// The files, once for each release. They stay when the pack goes, like all history: a rollback
  /// finds them.
  private void release(PackRow row) {
    ObjectNode files = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(row.files()).forEach(files::put);
    transaction.execute(
        SqlFragment.of("insert into ")
            .then(CatalogueTable.PACK_RELEASE.of(tenant))
            .then(
                " (digest, pack, version, files) values (?, ?, ?, cast(? as json))",
                row.digest(),
                row.pack(),
                row.version(),
                Json.write(files))
            .then(" on conflict (digest) do nothing"));
  }
}
