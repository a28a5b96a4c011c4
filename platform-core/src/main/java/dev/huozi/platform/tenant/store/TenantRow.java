package dev.huozi.platform.tenant.store;

import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.SortCollation;
import dev.huozi.platform.tenant.Tenant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the control plane knows of a tenant, whichever way it was read.
public record TenantRow(
    long id,
    String code,
    String name,
    String zone,
    String currency,
    SortCollation sortCollation,
    String locale,
    @Nullable String schemaVersion,
    @Nullable String origin) {

  static TenantRow of(TenantEntity entity) {
    return new TenantRow(
        entity.id,
        entity.code,
        entity.name,
        entity.zone,
        entity.currency,
        entity.sortCollation,
        entity.locale,
        entity.schemaVersion,
        entity.origin);
  }

  /// The tenant with the names that follow from its id: the schema `t_3`, the roles
  /// `t_3_<installation>` and `t_3_<installation>_owner`.
  Tenant tenant(String installation) {
    String schema = "t_" + id;
    String runtimeRole = schema + "_" + installation;
    return new Tenant(
        id,
        code,
        name,
        new SqlIdentifier(schema),
        new SqlIdentifier(runtimeRole + "_owner"),
        new SqlIdentifier(runtimeRole),
        ZoneId.of(zone),
        currency,
        sortCollation,
        Locale.forLanguageTag(locale),
        origin);
  }
}
