package dev.huozi.metadata.store;

import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.Locale;

/// The fixed tables of the catalogue (`db/tenant/V2*.sql`).
enum CatalogueTable {
  COMPONENT,
  COMPONENT_HISTORY,
  METADATA_VERSION,
  CATALOGUE_COUNTER,
  PHYSICAL_TABLE,
  PHYSICAL_COLUMN,
  PHYSICAL_HISTORY,
  INSTALLED_PACK,
  PACK_COMPONENT,
  PACK_RELEASE,
  PACK_HISTORY,
  SCHEMA_TASK;

  /// The qualified name.
  SqlFragment of(Tenant tenant) {
    return SqlFragment.identifier(
        tenant.schema(), new SqlIdentifier(name().toLowerCase(Locale.ROOT)));
  }
}
