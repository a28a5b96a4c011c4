package dev.huozi.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ErrorCode;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("db")
class TenantsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static Tenants tenants() {
    return DATABASE.platform().tenants();
  }

  private static NewTenant wanted(String code, String name, String currency) {
    return new NewTenant(
        code, name, ZoneId.of("Asia/Shanghai"), currency, SortCollation.ZH, Locale.CHINA);
  }

  private static void control(String sql) throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void assertProblem(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  void aTenantIsFoundAsItWasMade() {
    Tenant made = tenants().create(wanted("qinghequan", "清禾泉", "CNY"));
    assertThat(made.name()).isEqualTo("清禾泉");
    assertThat(made.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(made.locale()).isEqualTo(Locale.CHINA);
    assertThat(made.schema().name()).isEqualTo("t_" + made.id());
    assertThat(tenants().find("qinghequan")).isEqualTo(made);
    assertThat(tenants().find(made.id())).isEqualTo(made);
    assertThat(tenants().list()).contains(made);
    assertThat(tenants().find("unknown")).isNull();
    assertThat(tenants().find(4_711)).isNull();
  }

  @Test
  void aCodeIsGivenOnce() {
    tenants().create(wanted("once", "Once", "CNY"));
    assertProblem(
        PlatformError.TENANT_CODE_TAKEN, () -> tenants().create(wanted("once", "Twice", "CNY")));
  }

  @Test
  void oddWishesAreRefused() {
    for (String code : new String[] {"", "a", "A1", "1a", "a_b", "a'b", "a".repeat(41)}) {
      assertProblem(
          PlatformError.TENANT_CODE_INVALID, () -> tenants().create(wanted(code, "x", "CNY")));
    }
    assertProblem(
        PlatformError.TENANT_NAME_INVALID, () -> tenants().create(wanted("ok", " ", "CNY")));
    assertProblem(
        PlatformError.TENANT_CURRENCY_INVALID, () -> tenants().create(wanted("ok", "x", "RMB")));
  }

  @Test
  void aSuspendedTenantIsNotFound() {
    Tenant tenant = tenants().create(wanted("sleepy", "Sleepy", "CNY"));
    tenants().setActive(tenant.id(), false);
    assertThat(tenants().find("sleepy")).isNull();
    assertThat(tenants().list()).doesNotContain(tenant);
    tenants().setActive(tenant.id(), true);
    assertThat(tenants().find("sleepy")).isEqualTo(tenant);
    assertProblem(PlatformError.NOT_FOUND, () -> tenants().setActive(4_711, true));
  }

  @Test
  void anInterruptedCreationGoesOnWhenItIsRepeated() throws SQLException {
    Tenant tenant = tenants().create(wanted("broken", "Broken", "CNY"));
    control(
        "update huozi.tenant set state = 'CREATING', schema_version = null where id = "
            + tenant.id());
    assertThat(tenants().find("broken")).isNull();
    Tenant again = tenants().create(wanted("broken", "Whole", "EUR"));
    assertThat(again.id()).isEqualTo(tenant.id());
    assertThat(again.currency()).isEqualTo("EUR");
    assertThat(tenants().find("broken")).isEqualTo(again);
  }

  @Test
  void aTenantOfAnOlderProgramIsBroughtUpToDateWhenItIsMetFirst() throws SQLException {
    Tenant tenant = tenants().create(wanted("elder", "Elder", "CNY"));
    control("update huozi.tenant set schema_version = 'older' where id = " + tenant.id());
    DATABASE
        .tenantDatabase()
        .inOwnerTransaction(
            tenant,
            t -> {
              SqlFragment schema = SqlFragment.identifier(tenant.schema());
              t.execute(SqlFragment.of("drop table ").then(schema).then(".outbox"));
              t.execute(SqlFragment.of("drop table ").then(schema).then(".idempotency_key"));
              return t.execute(SqlFragment.of("delete from ").then(schema).then(".migration"));
            });
    try (TestDatabase.Node node = DATABASE.anotherNode()) {
      Tenant met = node.platform().tenants().find("elder");
      assertThat(met).isEqualTo(tenant);
      assertThat(
              node.platform()
                  .tenantDatabase()
                  .reading(tenant)
                  .query(
                      SqlFragment.of("select count(*) from ")
                          .then(SqlFragment.identifier(tenant.schema()))
                          .then(".outbox"),
                      row -> row.longInteger(0)))
          .containsExactly(0L);
    }
  }

  @Test
  void thePackListKeepsOneVersionAPack() {
    Tenant tenant = DATABASE.tenant("packed");
    TenantPacks packs = DATABASE.platform().tenantPacks();
    packs.put(tenant, "visit", "1.0.0");
    packs.put(tenant, "crm_base", "1.0.0");
    packs.put(tenant, "visit", "1.1.0");
    assertThat(packs.of(tenant))
        .containsExactlyInAnyOrderEntriesOf(
            java.util.Map.of("crm_base", "1.0.0", "visit", "1.1.0"));
    packs.remove(tenant, "visit");
    assertThat(packs.of(tenant)).containsOnlyKeys("crm_base");
    assertThat(packs.of(DATABASE.tenant("bare"))).isEmpty();
  }
}
