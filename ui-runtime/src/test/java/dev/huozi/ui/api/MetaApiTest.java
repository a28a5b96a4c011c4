package dev.huozi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.json.Json;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import dev.huozi.ui.testing.SampleModel;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ServerTest
class MetaApiTest {
  private final Fixture tenant = Fixture.tenant("meta");
  private final Client admin = tenant.admin();

  @Test
  void kindsAndComponentsAreListedAndRead() {
    JsonNode kinds = admin.get("/api/meta").json();
    assertThat(kinds.path("kinds").findValuesAsText("kind"))
        .contains("object", "optionset", "view", "layout", "app");

    JsonNode objects = tenant.user().get("/api/meta/object").json();
    assertThat(objects.path("items").findValuesAsText("name")).contains("thing", "零件", "user");

    JsonNode thing = admin.get("/api/meta/object/thing").json();
    assertThat(thing.path("pack").asText()).isEqualTo("sample");
    assertThat(thing.at("/body/nameField").asText()).isEqualTo("name");
    assertThat(admin.get("/api/meta/object/" + Client.encode("零件")).status()).isEqualTo(200);
    assertThat(admin.get("/api/meta/object/nonsense").code()).isEqualTo("COMPONENT_NOT_FOUND");
    assertThat(admin.get("/api/meta/nonsense").code()).isEqualTo("KIND_NOT_FOUND");
  }

  @Test
  void aNewFieldIsAtOnceInPlanFormApiAndOpenApi() {
    Client.Answer before = admin.get("/api/openapi.json");
    ObjectNode wanted = (ObjectNode) admin.get("/api/meta/object/thing").json().get("body");
    String field = "freezers_" + Fixture.name("f").replace('-', '_');
    wanted
        .withArray("fields")
        .addObject()
        .put("name", field)
        .put("type", "number")
        .put("scale", 0)
        .putObject("label")
        .put("zh", "冰柜数量")
        .put("en", "Freezers");

    JsonNode plan = admin.post("/api/meta/plan", change(wanted).toString()).json();
    assertThat(plan.path("items")).as(plan.toString()).isNotEmpty();
    assertThat(plan.at("/items/0/op").asText()).isEqualTo("add");
    assertThat(plan.at("/items/0/path").asText()).isEqualTo("fields." + field);
    assertThat(plan.at("/items/0/risk").asText()).isEqualTo("safe");
    assertThat(plan.at("/statements/0/sql").asText()).containsIgnoringCase("add column");
    assertThat(plan.at("/statements/0/lock").asText()).isNotBlank();
    assertThat(admin.get("/api/meta/object/thing").body()).doesNotContain(field);

    ObjectNode publish = change(wanted).put("baseVersion", plan.path("baseVersion").asLong());
    Client.Answer published = admin.post("/api/meta/publish", publish.toString());
    assertThat(published.status()).as(published.toString()).isEqualTo(200);
    assertThat(published.json().path("version").asLong())
        .isGreaterThan(plan.path("baseVersion").asLong());

    String name = Fixture.name("thing");
    Client.Answer made =
        tenant
            .user()
            .post("/api/data/thing", "{\"name\": \"%s\", \"%s\": 3}".formatted(name, field));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().path(field).asInt()).isEqualTo(3);
    Client.Answer after = admin.get("/api/openapi.json");
    assertThat(after.json().at("/components/schemas/thing/properties/" + field + "/title").asText())
        .isEqualTo("Freezers");
    assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    assertThat(admin.with("If-None-Match", after.header("ETag")).get("/api/openapi.json").status())
        .isEqualTo(304);

    Client.Answer stale = admin.post("/api/meta/publish", publish.toString());
    assertThat(stale.status()).as(stale.toString()).isEqualTo(409);
  }

  @Test
  void badDefinitionsAreRefusedWithPlaceAndAdviceAndNothingIsApplied() {
    long version = admin.get("/api/meta").json().path("version").asLong();
    String good =
        """
        {"changes": [{"put": {"kind": "object", "body": {"name": "bad", "label": {"en": "Bad"}, "nameField": "name",
          "fields": [{"name": "name", "label": {"en": "Name"}, "type": "text"}%s]%s}}}], "reason": "test"}
        """;
    refused(
        good.formatted(
            ", {\"name\": \"x\", \"label\": {\"en\": \"X\"}, \"type\": \"lookup\", \"target\": \"nowhere\"}",
            ""),
        "x");
    refused(
        good.formatted(
            ", {\"name\": \"NAME\", \"label\": {\"en\": \"X\"}, \"type\": \"text\"}", ""),
        "NAME");
    refused(
        good.formatted(
            ", {\"name\": \"x\", \"label\": {\"en\": \"X\"}, \"type\": \"text\", \"colour\": 1}",
            ""),
        "colour");
    refused(
        good.formatted(
            ", {\"name\": \"x\", \"label\": {\"en\": \"X\"}, \"type\": \"nonsense\"}", ""),
        "type");
    refused(good.formatted("", ", \"sql\": \"drop table\""), "sql");
    refused(
        good.formatted(
            ", {\"name\": \"x\", \"label\": {\"en\": \"%s\"}, \"type\": \"text\"}"
                .formatted("x".repeat(201)),
            ""),
        "label");
    assertThat(
            admin
                .post("/api/meta/plan", "{\"changes\": [{}]}")
                .json()
                .at("/errors/0/field")
                .asText())
        .isEqualTo("changes.0");
    assertThat(
            admin
                .post(
                    "/api/meta/plan",
                    "{\"changes\": [{\"remove\": {\"kind\": \"magic\", \"name\": \"x\"}}]}")
                .code())
        .isEqualTo("KIND_NOT_FOUND");
    assertThat(admin.post("/api/meta/publish", "{\"changes\": []}").code())
        .isEqualTo("PROPERTY_MISSING");

    assertThat(admin.get("/api/meta").json().path("version").asLong()).isEqualTo(version);
    assertThat(admin.get("/api/meta/object/bad").status()).isEqualTo(404);
  }

  private void refused(String body, String place) {
    for (String path : new String[] {"/api/meta/plan", "/api/meta/publish"}) {
      ObjectNode sent = (ObjectNode) Json.read(body);
      if (path.endsWith("publish")) {
        sent.put("baseVersion", admin.get("/api/meta").json().path("version").asLong());
      }
      Client.Answer answer = admin.post(path, sent.toString());
      assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
      assertThat(answer.json().at("/errors/0/field").asText())
          .as(answer.toString())
          .contains(place);
      assertThat(answer.json().at("/errors/0/message").asText()).isNotBlank();
    }
  }

  @Test
  void aPackIsPlannedAndAppliedAndABadOneIsRefusedWithItsLine() {
    Map<String, String> files = SampleModel.files();
    JsonNode nothing = admin.post("/api/packs/plan", Fixture.packBody(files)).json();
    assertThat(nothing.path("items").size()).as(nothing.toString()).isGreaterThanOrEqualTo(0);

    files.put(
        "objects/bad.object.yaml",
        "name: bad\nlabel: {en: Bad}\nnameField: name\nfields:\n  - {name: name, colour: 1}\n");
    Client.Answer bad = admin.post("/api/packs/apply", Fixture.packBody(files));
    assertThat(bad.status()).as(bad.toString()).isEqualTo(422);
    assertThat(bad.json().path("errors").findValuesAsText("at"))
        .anyMatch(at -> at.startsWith("objects/bad.object.yaml:5:"));
    assertThat(admin.get("/api/meta/object/bad").status()).isEqualTo(404);
    assertThat(admin.post("/api/packs/plan", "{}").code()).isEqualTo("PROPERTY_MISSING");
    assertThat(admin.post("/api/packs/plan", "{\"files\": {}}").status()).isEqualTo(422);
  }

  private static ObjectNode change(JsonNode body) {
    ObjectNode change = Json.mapper().createObjectNode().put("reason", "test");
    change.putArray("changes").addObject().putObject("put").put("kind", "object").set("body", body);
    return change;
  }
}
