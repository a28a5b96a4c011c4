package dev.huozi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import org.junit.jupiter.api.Test;

/// Sandboxes and the operator's doors to the life of tenants, over HTTP.
@ServerTest
class SandboxApiTest {
  private static JsonNode ended(Client client, String path, String within) {
    for (int i = 0; i < 600; i++) {
      JsonNode answer = client.get(path).json();
      JsonNode job = within.isEmpty() ? answer : answer.path(within);
      if (!job.path("state").asText().equals("running")) {
        return job;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("The job at (" + path + ") does not end.");
  }

  @Test
  void anAdministratorTriesSomethingOutAndTakesItHome() {
    Fixture tenant = Fixture.tenant(Fixture.name("trial"));
    Client.Answer made = tenant.admin().post("/api/sandboxes", "{\"name\": \"Trial\"}");
    assertThat(made.status()).as(made.toString()).isEqualTo(202);
    String path = "/api/sandboxes/" + made.json().path("code").asText();
    assertThat(ended(tenant.admin(), path, "job").path("state").asText()).isEqualTo("done");
    assertThat(tenant.admin().get(path).json().path("state").asText()).isEqualTo("ready");
    assertThat(tenant.user().get("/api/sandboxes").status()).isEqualTo(403);
    assertThat(Fixture.tenant("alpha").admin().get(path).status()).isEqualTo(404);

    Client inside =
        Client.anonymous().logIn(made.json().path("code").asText(), "admin", Fixture.PASSWORD);
    JsonNode version = inside.get("/api/meta/object").json();
    assertThat(version.path("items").findValuesAsText("name")).contains("user");
    String changes =
        """
        {"changes": [{"put": {"kind": "object", "body": {"name": "tried", "label": {"zh": "试", "en": "Tried"},
          "nameField": "name", "fields": [{"name": "name", "label": {"zh": "名", "en": "Name"}, "type": "text"}]}}}],
         "reason": "try"%s}\
        """;
    JsonNode plan = inside.post("/api/meta/plan", changes.formatted("")).json();
    String base = ", \"baseVersion\": " + plan.path("baseVersion").asLong();
    assertThat(inside.post("/api/meta/publish", changes.formatted(base)).status()).isEqualTo(200);
    assertThat(inside.post("/api/sandboxes", "{\"name\": \"Deeper\"}").code())
        .isEqualTo("SANDBOX_NESTED");

    JsonNode compared = tenant.admin().get(path + "/compare").json();
    assertThat(compared.path("items")).hasSize(1);
    assertThat(compared.at("/items/0/name").asText()).isEqualTo("tried");
    JsonNode home = tenant.admin().post(path + "/changes", "{}").json();
    assertThat(home.path("packs")).isEmpty();
    JsonNode here = tenant.admin().post("/api/meta/plan", home.path("changes").toString()).json();
    assertThat(here.path("items")).hasSize(1);
    assertThat(here.at("/items/0/name").asText()).isEqualTo("tried");

    assertThat(tenant.admin().send("DELETE", path, null).status()).isEqualTo(202);
    for (int i = 0; i < 300 && tenant.admin().get(path).status() != 404; i++) {
      assertThat(tenant.admin().get(path).status()).isIn(200, 404);
    }
    assertThat(tenant.admin().get(path).status()).isEqualTo(404);
    assertThat(inside.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void theOperatorDumpsRestoresSuspendsAndDeletes() {
    Fixture tenant = Fixture.tenant(Fixture.name("life"));
    String path = "/api/tenants/" + tenant.code();
    Client operator = Fixture.operator();
    Client.Answer dumping = operator.post(path + "/dump", "{}");
    assertThat(dumping.status()).as(dumping.toString()).isEqualTo(202);
    assertThat(ended(operator, path + "/job", "").path("state").asText()).isEqualTo("done");
    String file = dumping.json().path("file").asText();
    assertThat(operator.get("/api/tenants/dumps").json().path("items").findValuesAsText("file"))
        .contains(file);
    String copy = Fixture.name("copy");
    String body = "{\"file\": \"%s\", \"code\": \"%s\"}";
    assertThat(operator.post("/api/tenants/restore", body.formatted(file, copy)).status())
        .isEqualTo(202);
    JsonNode job = ended(operator, "/api/tenants/" + copy + "/job", "");
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
    Client admin = Client.anonymous().logIn(copy, "admin", Fixture.PASSWORD);
    assertThat(operator.post("/api/tenants/restore", body.formatted(file, copy)).code())
        .isEqualTo("TENANT_CODE_TAKEN");
    for (String odd : new String[] {"../operator.token", "/etc/passwd", "nothing.dump.zip"}) {
      assertThat(operator.post("/api/tenants/restore", body.formatted(odd, "other")).code())
          .isEqualTo("DUMP_UNKNOWN");
    }

    assertThat(job.at("/digest/rows").asLong()).isPositive();
    assertThat(job.path("digest")).isEqualTo(operator.get(path + "/job").json().path("digest"));

    Client.Answer hostile =
        operator
            .with("Content-Type", "application/octet-stream")
            .send("POST", "/api/tenants/dumps", "PK no dump at all");
    assertThat(hostile.status()).as(hostile.toString()).isEqualTo(422);
    assertThat(hostile.code()).isEqualTo("DUMP_DAMAGED");
    assertThat(operator.send("DELETE", "/api/tenants/dumps/" + file, null).status()).isEqualTo(204);
    assertThat(operator.send("DELETE", "/api/tenants/dumps/" + file, null).code())
        .isEqualTo("DUMP_UNKNOWN");

    assertThat(operator.post("/api/tenants/" + copy + "/suspend", "{}").status()).isEqualTo(200);
    assertThat(admin.get("/api/session").status()).isEqualTo(401);
    assertThat(operator.post("/api/tenants/" + copy + "/resume", "{}").status()).isEqualTo(200);
    assertThat(admin.get("/api/session").status()).isEqualTo(200);

    assertThat(operator.send("DELETE", "/api/tenants/" + copy, null).code())
        .isEqualTo("TENANT_NOT_CONFIRMED");
    assertThat(operator.send("DELETE", "/api/tenants/" + copy + "?confirm=" + copy, null).status())
        .isEqualTo(202);
    assertThat(ended(operator, "/api/tenants/" + copy + "/job", "").path("state").asText())
        .isEqualTo("done");
    assertThat(admin.get("/api/session").status()).isEqualTo(401);
    assertThat(operator.get("/api/tenants").json().path("items").findValuesAsText("code"))
        .contains(tenant.code())
        .doesNotContain(copy);
  }
}
