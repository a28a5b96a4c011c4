package dev.huozi.metadata.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Reads the files that releases of packs were installed from.
public final class PackReleases {
  private PackReleases() {}

  /// The files by path; none when the release is not known.
  public static Map<String, String> files(ReadSession session, Tenant tenant, String digest) {
    List<JsonNode> found =
        session.query(
            SqlFragment.of("select files::text from ")
                .then(CatalogueTable.PACK_RELEASE.of(tenant))
                .then(" where digest = ?", digest),
            row -> Json.read(Objects.requireNonNull(row.text(0))));
    Map<String, String> files = new TreeMap<>();
    found.forEach(json ->
        json.properties().forEach(file -> files.put(file.getKey(), file.getValue().asText())));
    return files;
  }
}
