package dev.huozi.ui.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.platform.json.Json;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Lines of JSON in and out, and several objects in one call.
@ServerTest
class BulkApiTest {
  private final Client rep = Fixture.tenant("load").user();

  private List<JsonNode> lines(String query, String... lines) {
    Client.Answer answer =
        rep.with("Content-Type", "application/x-ndjson")
            .with("Accept", "application/x-ndjson")
            .send("POST", "/api/bulk/thing" + query, String.join("\n", lines));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.body().lines().map(Json::read).toList();
  }

  @Test
  void eachLineIsAnsweredAndBadOnesStopNoGoodOnes() {
    String name = Fixture.name("line");
    List<JsonNode> made =
        lines(
            "?key=name",
            "{\"name\": \"%s\", \"amount\": 1}".formatted(name),
            "{\"name\": \"%s-b\", \"amount\": \"x\"}".formatted(name),
            "",
            "{\"name\": broken",
            "[]",
            "{\"name\": \"%s-c\"}".formatted(name));
    assertThat(made)
        .extracting(line -> line.path("line").asInt() + line.path("outcome").asText())
        .containsExactly("1created", "2refused", "4refused", "5refused", "6created");
    assertThat(made.get(1).at("/errors/0/field").asText()).isEqualTo("amount");
    assertThat(made.get(2).at("/errors/0/code").asText()).isEqualTo("MALFORMED");

    List<JsonNode> again =
        lines(
            "?mode=upsert&key=name",
            "{\"name\": \"%s\", \"amount\": 2}".formatted(name),
            "{\"name\": \"%s-c\"}".formatted(name));
    assertThat(again)
        .extracting(line -> line.path("outcome").asText() + line.path("version").asInt())
        .containsExactly("updated2", "unchanged1");
    assertThat(again.getFirst().path("id")).isEqualTo(made.getFirst().path("id"));
  }

  @Test
  void modesAndKeysAreChecked() {
    Client json = rep.with("Content-Type", "application/x-ndjson");
    assertThat(json.send("POST", "/api/bulk/thing?mode=update", "{}").code())
        .isEqualTo("PROPERTY_MISSING");
    assertThat(json.send("POST", "/api/bulk/thing?mode=replace", "{}").code())
        .isEqualTo("PARAMETER_INVALID");
    assertThat(json.send("POST", "/api/bulk/thing?key=amount", "{\"amount\": 1}").code())
        .isEqualTo("RECORD_KEY_UNKNOWN");
    assertThat(json.send("POST", "/api/bulk/nothing", "{}").code())
        .isEqualTo("RECORD_OBJECT_UNKNOWN");
  }

  @Test
  void severalObjectsAreWrittenTogetherAndReferToEachOther() {
    String name = Fixture.name("together");
    Client.Answer done =
        rep.post(
            "/api/composite",
            """
            {"operations": [
              {"op": "create", "object": "thing", "as": "box", "values": {"name": "%s"}},
              {"op": "create", "object": "thing", "as": "lid", "values": {"name": "%s-lid", "parent": {"$ref": "box"},
               "about": {"object": "thing", "$ref": "box"}}},
              {"op": "create", "object": "零件", "values": {"名称": "螺丝", "thing": {"$ref": "lid"}}},
              {"op": "update", "object": "thing", "id": {"$ref": "box"}, "version": 1, "values": {"amount": 3}}]}
            """
                .formatted(name, name));
    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    JsonNode results = done.json().path("results");
    assertThat(results).hasSize(4);
    assertThat(results.get(3).path("version").asInt()).isEqualTo(2);
    JsonNode lid = rep.get("/api/data/thing/" + results.get(1).path("id").asText()).json();
    assertThat(lid.at("/parent/id")).isEqualTo(results.get(0).path("id"));
    assertThat(lid.at("/about/id")).isEqualTo(results.get(0).path("id"));
  }

  @Test
  void oneBadOperationLeavesNothingOfTheOthers() {
    String name = Fixture.name("nothing");
    Client.Answer refused =
        rep.post(
            "/api/composite",
            """
            {"operations": [
              {"op": "create", "object": "thing", "as": "box", "values": {"name": "%s"}},
              {"op": "create", "object": "thing", "values": {"name": "x", "amount": 0.00001}}]}
            """
                .formatted(name));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("operations[1].amount");
    assertThat(rep.get("/api/data/thing?q=" + name).json().path("records")).isEmpty();
    Client.Answer unknown =
        rep.post(
            "/api/composite",
            "{\"operations\": [{\"op\": \"create\", \"object\": \"thing\", \"values\": {\"parent\": {\"$ref\": \"box\"}}}]}");
    assertThat(unknown.code()).isEqualTo("PARAMETER_INVALID");
    assertThat(rep.post("/api/composite", "{}").code()).isEqualTo("PROPERTY_MISSING");
  }
}
