package dev.huozi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What belongs to another tenant answers like what does not exist.
@ServerTest
class SeparationApiTest {
  private final Fixture own = Fixture.tenant("alpha");
  private final Fixture other = Fixture.tenant("beta");

  @Test
  void aForeignIdIsAnsweredLikeARandomOne() {
    Client.Answer made =
        other
            .user()
            .post("/api/data/thing", "{\"name\": \"%s\"}".formatted(Fixture.name("CANARY-beta")));
    String foreign = made.json().path("id").asText();
    String random = UUID.randomUUID().toString();

    List<Function<String, Client.Answer>> calls =
        List.of(
            id -> own.user().get("/api/data/thing/" + id),
            id -> own.admin().get("/api/data/thing/" + id + "/history"),
            id -> own.admin().patch("/api/data/thing/" + id, "\"1\"", "{\"amount\": 1}"),
            id -> own.admin().patch("/api/data/thing/" + id, "", "{\"amount\": 1}"),
            id -> own.admin().delete("/api/data/thing/" + id, "\"1\""),
            id ->
                own.user()
                    .post(
                        "/api/data/thing",
                        "{\"name\": \"separation\", \"parent\": \"%s\"}".formatted(id)),
            id ->
                own.user()
                    .get("/api/data/thing?filter=" + Client.encode("parent = \"" + id + "\"")),
            id ->
                own.user()
                    .post(
                        "/api/bulk/thing",
                        "{\"records\": [{\"name\": \"separation\", \"parent\": \"%s\"}]}"
                            .formatted(id)));
    for (Function<String, Client.Answer> call : calls) {
      Client.Answer withForeign = call.apply(foreign);
      Client.Answer withRandom = call.apply(random);
      assertThat(withForeign.status()).as(withForeign.toString()).isEqualTo(withRandom.status());
      assertThat(normal(withForeign, foreign)).isEqualTo(normal(withRandom, random));
      assertThat(withForeign.body()).doesNotContain("CANARY");
    }
    assertThat(other.user().get("/api/data/thing/" + foreign).json().path("version").asInt())
        .isEqualTo(1);
  }

  @Test
  void aForeignAccountCannotBeChanged() {
    String foreign = other.admin().get("/api/accounts").json().at("/items/0/id").asText();

    Client.Answer answer =
        own.admin()
            .with("Content-Type", "application/json")
            .send("PATCH", "/api/accounts/" + foreign, "{\"active\": false}");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(other.admin().get("/api/session").status()).isEqualTo(200);
  }

  @Test
  void forgedHeadersChangeNothing() {
    Client forger =
        own.user()
            .with("X-Tenant", "beta")
            .with("X-Huozi-Tenant", "beta")
            .with("X-Forwarded-Host", "beta.example")
            .with("X-Forwarded-For", "127.0.0.1")
            .with("X-Forwarded-User", "admin");

    assertThat(forger.get("/api/session").json().path("tenant").asText()).isEqualTo("alpha");
    assertThat(forger.get("/api/session?tenant=beta").code()).isEqualTo("PARAMETER_UNKNOWN");
  }

  private static JsonNode normal(Client.Answer answer, String id) {
    JsonNode json = answer.json();
    if (json instanceof ObjectNode object) {
      object.remove("instance");
    }
    return dev.huozi.platform.json.Json.read(json.toString().replace(id, "ID"));
  }
}
