package dev.huozi.record.sql;

import dev.huozi.platform.database.Row;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;

/// Reads the tenant's secret for cursors.
public final class SecretRenderer {
  private SecretRenderer() {}

  public static SqlFragment render(Tenant tenant) {
    return SqlFragment.of("select s.secret from ").then(TenantTables.secret(tenant)).then(" s");
  }

  public static String read(Row row) {
    String secret = row.text(0);
    if (secret == null) {
      throw new IllegalStateException("The tenant's secret for cursors is null.");
    }
    return secret;
  }
}
