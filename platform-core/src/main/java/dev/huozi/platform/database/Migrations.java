package dev.huozi.platform.database;

import dev.huozi.platform.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Brings the fixed tables up to date, by Flyway: `db/control` for the schema `huozi`, `db/tenant`
/// for the schema of each tenant. Modules add files to `db/tenant`: V1xx is the platform's, V2xx
/// metadata's, V3xx the records'.
public final class Migrations {
  private static final String CONTROL = "classpath:db/control";
  private static final String TENANT = "classpath:db/tenant";

  /// The table that knows which files have run.
  public static final String HISTORY = "migration";

  private final DatabaseSettings settings;
  private final String tenantVersion;

  Migrations(DatabaseSettings settings) {
    this.settings = settings;
    this.tenantVersion = tenantVersion(settings);
  }

  static void migrateControlPlane(DatabaseSettings settings) {
    configure(settings, CONTROL).schemas("huozi").createSchemas(true).load().migrate();
  }

  /// Stands for the content of all files in `db/tenant`. A tenant marked with it needs nothing.
  public String tenantVersion() {
    return tenantVersion;
  }

  /// Runs what is missing in the tenant's schema, under its owner role. The files may name the
  /// schema as `${schema}` and the roles as `${owner}` and `${runtime}`; unqualified names belong
  /// to the schema.
  public void migrate(Tenant tenant) {
    configure(settings, TENANT)
        .schemas(tenant.schema().name())
        .createSchemas(false)
        .initSql("set role " + tenant.ownerRole().quoted())
        .placeholders(
            Map.of(
                "schema", tenant.schema().name(),
                "owner", tenant.ownerRole().name(),
                "runtime", tenant.runtimeRole().name()))
        .load()
        .migrate();
  }

  private static FluentConfiguration configure(DatabaseSettings settings, String location) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(settings.migrationUrl(), settings.user(), settings.password())
        .locations(location)
        .table(HISTORY)
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        // A newer node of the same installation may have been here before.
        .ignoreMigrationPatterns("*:missing", "*:future")
        // A module may get a new file after a later one of another module has run.
        .outOfOrder(true);
  }

  private static String tenantVersion(DatabaseSettings settings) {
    CRC32 content = new CRC32();
    for (MigrationInfo file :
        configure(settings, TENANT)
            .schemas("huozi")
            .table("no_history")
            .placeholderReplacement(false)
            .load()
            .info()
            .all()) {
      String line = file.getVersion() + ":" + file.getChecksum() + "\n";
      content.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return Long.toHexString(content.getValue());
  }
}
