package dev.huozi.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every route of the server with every kind of caller. The list comes from the server itself, so
/// that a new route is tested without anybody thinking of it.
@ServerTest
class PermissionMatrixTest {
  private static final List<String> WITH_BODY = List.of("POST", "PUT", "PATCH");

  /// Forms that bring a file.
  private static final List<String> FILES = List.of("/admin/packs/plan");

  @Inject RouteTable table;

  private final Fixture tenant = Fixture.tenant("alpha");

  @Test
  void thereAreRoutesOfEveryKind() {
    List<RouteTable.Route> routes = table.routes();

    assertThat(routes).hasSizeGreaterThan(20);
    assertThat(routes).anyMatch(route -> route.roles().isEmpty());
    for (String role : new String[] {Roles.USER, Roles.ADMIN, Roles.OPERATOR}) {
      assertThat(routes).anyMatch(route -> route.roles().contains(role));
    }
  }

  @Test
  void onlyTheLoginIsOpenToEverybody() {
    assertThat(table.routes())
        .filteredOn(route -> route.roles().isEmpty())
        .extracting(route -> route.method() + " " + route.path())
        .allMatch(route ->
            route.endsWith("/login")
                || route.endsWith("/setup")
                || route.equals("GET /restore")
                || route.equals("POST /api/session"));
  }

  @Test
  void nobodyGetsIn() {
    for (RouteTable.Route route : table.routes()) {
      if (!route.roles().isEmpty()) {
        assertThat(call(Client.anonymous(), route).status()).as(route.toString()).isEqualTo(401);
      }
    }
  }

  @Test
  void aUserGetsInWhereUsersMay() {
    check(tenant.user(), Roles.USER);
  }

  @Test
  void anAdministratorGetsInWhereUsersOrAdministratorsMay() {
    check(tenant.admin(), Roles.USER, Roles.ADMIN);
  }

  @Test
  void theOperatorGetsIntoNoTenant() {
    check(Fixture.operator(), Roles.OPERATOR);
  }

  private void check(Client caller, String... roles) {
    for (RouteTable.Route route : table.routes()) {
      if (route.roles().isEmpty()
          || route.path().equals("/api/session") && route.method().equals("DELETE")) {
        continue;
      }
      boolean allowed = List.of(roles).stream().anyMatch(route.roles()::contains);
      int status = call(caller, route).status();
      if (allowed) {
        assertThat(status).as(route.toString()).isNotIn(401, 403).isLessThan(500);
      } else {
        assertThat(status).as(route.toString()).isEqualTo(403);
      }
    }
  }

  private static Client.Answer call(Client anyone, RouteTable.Route route) {
    Client caller = anyone.with("Accept", "*/*");
    String path =
        route
            .path()
            .replace("{object}", "nothing")
            .replaceAll("\\{id[^}]*}", UUID.randomUUID().toString())
            .replaceAll("\\{[^}]*}", "nothing");
    if (!WITH_BODY.contains(route.method())) {
      return caller.send(route.method(), path, null);
    }
    if (route.path().startsWith("/api/")) {
      return caller.with("Content-Type", "application/json").send(route.method(), path, "{}");
    }
    return FILES.contains(route.path())
        ? caller
            .with("Content-Type", "multipart/form-data; boundary=b")
            .send(route.method(), path, "--b--\r\n")
        : caller
            .with("Content-Type", "application/x-www-form-urlencoded")
            .send(route.method(), path, "");
  }
}
