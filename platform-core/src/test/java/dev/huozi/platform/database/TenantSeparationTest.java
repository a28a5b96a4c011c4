package dev.huozi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("db")
class TenantSeparationTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void aTenantWorksUnderItsOwnRole() {
    Tenant tenant = DATABASE.tenant("alpha");
    String role =
        DATABASE
            .tenantDatabase()
            .inTransaction(
                tenant,
                transaction ->
                    transaction.queryOne(
                        SqlFragment.of("select current_user::text"), row -> row.text(0)));
    assertThat(role).isEqualTo(tenant.runtimeRole().name());
  }
}
