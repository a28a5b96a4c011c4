package dev.huozi.record.sql;

import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;

/// The fixed tables of imports (`db/tenant/V340__imports.sql`).
enum ImportTables {
  JOB("import_job"),
  PART("import_part"),
  LINE("import_line"),
  MEMBER("import_member"),
  PROFILE("import_profile");

  private final SqlIdentifier table;

  ImportTables(String table) {
    this.table = new SqlIdentifier(table);
  }

  SqlFragment in(Tenant tenant) {
    return SqlFragment.identifier(tenant.schema(), table);
  }
}
