package dev.huozi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The database itself keeps tenants apart (security.md T).
@Tag("db")
class TenantSeparationTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final SqlFragment WHO =
      SqlFragment.of("select current_user::text, session_user::text");

  private static TenantDatabase database;
  private static Tenant alpha;
  private static Tenant beta;

  @BeforeAll
  static void makeTwoTenants() {
    database = DATABASE.tenantDatabase();
    alpha = DATABASE.tenant("alpha");
    beta = DATABASE.tenant("beta");
  }

  private static SqlFragment countOutbox(Tenant tenant) {
    return SqlFragment.of("select count(*) from ")
        .then(SqlFragment.identifier(tenant.schema(), new SqlIdentifier("outbox")));
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatExceptionOfType(DatabaseFailure.class)
        .isThrownBy(call)
        .satisfies(failure -> assertThat(failure.sqlState()).isEqualTo("42501"));
  }

  @Test
  void eachDoorWorksUnderTheRoleOfTheTenant() {
    String writing = database.inTransaction(alpha, t -> t.queryOne(WHO, row -> row.text(0)));
    String owning = database.inOwnerTransaction(alpha, t -> t.queryOne(WHO, row -> row.text(0)));
    assertThat(writing).isEqualTo(alpha.runtimeRole().name());
    assertThat(owning).isEqualTo(alpha.ownerRole().name());
    assertThat(database.reading(alpha).query(WHO, row -> row.text(0)))
        .containsExactly(alpha.runtimeRole().name());
  }

  @Test
  void aForgottenTenantIsRefusedByTheDatabase() throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(countOutbox(alpha).text()))
          .isInstanceOf(SQLException.class)
          .extracting("SQLState")
          .isEqualTo("42501");
    }
  }

  @Test
  void anotherTenantsTableIsRefusedOverEachDoor() {
    assertRefused(() -> database.reading(alpha).query(countOutbox(beta), row -> 1));
    assertRefused(() -> database.inTransaction(alpha, t -> t.query(countOutbox(beta), row -> 1)));
    assertRefused(
        () -> database.inOwnerTransaction(alpha, t -> t.query(countOutbox(beta), row -> 1)));
    assertThat(database.reading(beta).query(countOutbox(beta), row -> row.longInteger(0)))
        .containsExactly(0L);
  }

  @Test
  void theRuntimeRoleCannotChangeStructure() {
    SqlFragment schema = SqlFragment.identifier(alpha.schema());
    SqlFragment create = SqlFragment.of("create table ").then(schema).then(".extra (id integer)");
    assertRefused(() -> database.inTransaction(alpha, t -> t.execute(create)));
    SqlFragment drop = SqlFragment.of("drop table ").then(schema).then(".outbox");
    assertRefused(() -> database.inTransaction(alpha, t -> t.execute(drop)));
    SqlFragment truncate = SqlFragment.of("truncate ").then(schema).then(".outbox");
    assertRefused(() -> database.inTransaction(alpha, t -> t.execute(truncate)));
    SqlFragment history = SqlFragment.of("delete from ").then(schema).then(".migration");
    assertRefused(() -> database.inTransaction(alpha, t -> t.execute(history)));
  }

  @Test
  void aTableMadeLaterIsOpenToTheRuntimeRole() {
    SqlFragment table = SqlFragment.identifier(alpha.schema(), new SqlIdentifier("made_later"));
    database.inOwnerTransaction(
        alpha, t -> t.execute(SqlFragment.of("create table ").then(table).then(" (id integer)")));
    int inserted =
        database.inTransaction(
            alpha, t -> t.execute(SqlFragment.of("insert into ").then(table).then(" values (1)")));
    assertThat(inserted).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tenant", "account", "login_session", "tenant_metadata", "installation"})
  void noTenantSeesTheControlPlane(String table) {
    SqlFragment read =
        SqlFragment.of("select 1 from huozi.")
            .then(SqlFragment.identifier(new SqlIdentifier(table)));
    assertRefused(() -> database.inTransaction(alpha, t -> t.query(read, row -> 1)));
    SqlFragment remove =
        SqlFragment.of("delete from huozi.").then(SqlFragment.identifier(new SqlIdentifier(table)));
    assertRefused(() -> database.inTransaction(alpha, t -> t.execute(remove)));
    assertRefused(() -> database.inOwnerTransaction(alpha, t -> t.execute(remove)));
  }

  @Test
  void aTenantReadsItsOwnMetadataVersionOnly() {
    SqlFragment own = SqlFragment.of("select huozi.metadata_version(?)", alpha.id());
    SqlFragment foreign = SqlFragment.of("select huozi.metadata_version(?)", beta.id());
    assertThat(database.reading(alpha).query(own, row -> row.longInteger(0))).hasSize(1);
    assertThat(database.reading(alpha).query(own, row -> row.longInteger(0)).getFirst())
        .isNotNull();
    assertThat(database.reading(alpha).query(foreign, row -> row.longInteger(0)).getFirst())
        .isNull();
  }

  @Test
  void onlyTheOwnerRoleOfATenantAdvancesItsMetadataVersion() {
    SqlFragment advance = SqlFragment.of("select huozi.advance_metadata_version(?, 0)", beta.id());
    assertRefused(() -> database.inTransaction(beta, t -> t.query(advance, row -> 1)));
    assertRefused(() -> database.inOwnerTransaction(alpha, t -> t.query(advance, row -> 1)));
    Long first =
        database.inOwnerTransaction(beta, t -> t.queryOne(advance, row -> row.longInteger(0)));
    Long stale =
        database.inOwnerTransaction(beta, t -> t.queryOne(advance, row -> row.longInteger(0)));
    assertThat(first).isOne();
    assertThat(stale).isNull();
  }

  @Test
  void anUnqualifiedNameFindsNoTable() {
    assertThatExceptionOfType(DatabaseFailure.class)
        .isThrownBy(() ->
            database.inTransaction(
                alpha, t -> t.query(SqlFragment.of("select 1 from outbox"), row -> 1)))
        .satisfies(failure -> assertThat(failure.sqlState()).isEqualTo("42P01"));
  }
}
