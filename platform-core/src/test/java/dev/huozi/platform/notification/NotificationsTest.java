package dev.huozi.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("db")
class NotificationsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static Long advance(Tenant tenant, long expected) {
    return DATABASE
        .tenantDatabase()
        .inOwnerTransaction(
            tenant,
            t ->
                t.queryOne(
                    SqlFragment.of(
                        "select huozi.advance_metadata_version(?, ?)", tenant.id(), expected),
                    row -> row.longInteger(0)));
  }

  @Test
  void anotherNodeHearsOfANewVersionAndOfItsOwnAbsence() throws Exception {
    Tenant tenant = DATABASE.tenant("heard");
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (TestDatabase.Node node = DATABASE.anotherNode()) {
      node.platform()
          .notifications()
          .subscribe(Notifications.METADATA, heard::add, () -> heard.add("connected"));
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("connected");
      assertThat(advance(tenant, 0)).isOne();
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(tenant.id() + ":1");

      cutListeners();
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("connected");
      assertThat(advance(tenant, 1)).isEqualTo(2);
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(tenant.id() + ":2");
    }
  }

  private static void cutListeners() throws Exception {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
              + " current_database() and query ilike 'listen%'");
    }
  }
}
