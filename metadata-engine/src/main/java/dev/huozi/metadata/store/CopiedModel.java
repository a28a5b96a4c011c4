package dev.huozi.metadata.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The bodies of a tenant's components at an earlier version, from their history.
@Singleton
public final class CopiedModel {
  private final TenantDatabase database;

  public CopiedModel(TenantDatabase database) {
    this.database = database;
  }

  /// Names as `ApiName.key`.
  public Map<MetadataRef, JsonNode> at(Tenant tenant, long version) {
    Map<MetadataRef, JsonNode> bodies = new HashMap<>();
    database
        .reading(tenant)
        .query(
            SqlFragment.of(
                    """
                    select kind, name, body::text from (
                      select distinct on (component_id) kind, name, body, operation from \
                    """)
                .then(CatalogueTable.COMPONENT_HISTORY.of(tenant))
                .then(
                    """
                     where version <= ? order by component_id, version desc) newest
                    where operation <> 'REMOVE'
                    """,
                    version),
            row ->
                bodies.put(
                    new MetadataRef(
                        Objects.requireNonNull(row.text(0)),
                        ApiName.key(Objects.requireNonNull(row.text(1)))),
                    Json.read(Objects.requireNonNull(row.text(2)))));
    return bodies;
  }
}
