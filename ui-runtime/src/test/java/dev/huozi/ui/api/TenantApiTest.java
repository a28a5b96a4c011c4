package dev.huozi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import dev.huozi.ui.testing.HuoziServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

@ServerTest
class TenantApiTest {
  @Test
  void theOperatorMakesTenantsWithAnAdministrator() {
    String code = Fixture.name("tenant");
    Client.Answer made = Fixture.operator().post("/api/tenants", Fixture.tenantBody(code));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().path("zone").asText()).isEqualTo("Asia/Shanghai");
    assertThat(Fixture.operator().get("/api/tenants").json().path("items").findValuesAsText("code"))
        .contains(code);

    Client admin = Client.anonymous().logIn(code, "admin", Fixture.PASSWORD);
    JsonNode objects = admin.get("/api/meta/object").json();
    assertThat(objects.path("items").findValuesAsText("name"))
        .contains("user", "org_unit", "activity");
    assertThat(admin.get("/api/data/user").json().at("/records/0/name").asText()).isEqualTo("Ada");
  }

  @Test
  void aCodeIsTakenOnce() {
    String code = Fixture.name("tenant");
    Fixture.operator().post("/api/tenants", Fixture.tenantBody(code));

    assertThat(Fixture.operator().post("/api/tenants", Fixture.tenantBody(code)).code())
        .isEqualTo("TENANT_CODE_TAKEN");
  }

  @Test
  void aFoundingThatWasInterruptedGoesOn() {
    String code = Fixture.name("tenant");
    String bad = Fixture.tenantBody(code).replace(Fixture.PASSWORD, "short");
    assertThat(Fixture.operator().post("/api/tenants", bad).code()).isEqualTo("PASSWORD_TOO_SHORT");

    Client.Answer again = Fixture.operator().post("/api/tenants", Fixture.tenantBody(code));
    assertThat(again.status()).as(again.toString()).isEqualTo(201);
    Client.anonymous().logIn(code, "admin", Fixture.PASSWORD);
  }

  @Test
  void whatCannotBeATenantIsRefused() {
    String body = Fixture.tenantBody(Fixture.name("tenant"));
    refused(body.replace("\"code\":\"", "\"code\":\"Ä "), "TENANT_CODE_INVALID");
    refused(
        body.replace("{\"code\"", "{\"currency\":\"XYZ1\",\"code\""), "TENANT_CURRENCY_INVALID");
    refused(body.replace("{\"code\"", "{\"zone\":\"Mars/Base\",\"code\""), "PROPERTY_INVALID");
    refused(body.replace("{\"code\"", "{\"sortCollation\":\"de\",\"code\""), "PROPERTY_INVALID");
    refused(body.replace("{\"code\"", "{\"schema\":\"public\",\"code\""), "PROPERTY_UNKNOWN");
    refused("{\"code\": \"x\"}", "PROPERTY_MISSING");
  }

  private static void refused(String body, String code) {
    Client.Answer answer = Fixture.operator().post("/api/tenants", body);
    assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
  }

  @Test
  void theOperatorsTokenIsForItsOwnerOnly() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(HuoziServer.home().resolve("operator.token"))))
        .isEqualTo("rw-------");
  }
}
