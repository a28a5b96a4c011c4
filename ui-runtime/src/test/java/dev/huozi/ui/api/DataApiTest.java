package dev.huozi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@ServerTest
class DataApiTest {
  private static final String THINGS = "/api/data/thing";

  private final Client rep = Fixture.tenant("alpha").user();

  @Test
  void aRecordIsMadeReadChangedAndDeleted() {
    String name = Fixture.name("thing");
    Client.Answer made =
        rep.post(
            THINGS,
            """
            {"name": "%s", "amount": 1.500, "price": 12.30, "share": 0.125, "good": true, "day": "2026-02-28",
             "moment": "2026-02-28T16:00:00+08:00", "colour": "RED", "mail": "a@example.com"}
            """
                .formatted(name));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    String address = made.header("Location");
    assertThat(address).isEqualTo(THINGS + "/" + made.json().path("id").asText());

    Client.Answer read = rep.get(address);
    assertThat(read.json()).isEqualTo(made.json());
    assertThat(read.body())
        .contains("\"amount\":1.500", "\"share\":0.125", "\"day\":\"2026-02-28\"");
    assertThat(read.json().path("moment").asText()).isEqualTo("2026-02-28T08:00:00Z");
    assertThat(read.json().path("price").toString())
        .isEqualTo("{\"amount\":12.30,\"currency\":\"CNY\"}");
    assertThat(read.json().path("number").asText()).matches("T-\\d+");
    assertThat(read.json().path("created_by").path("name").asText()).isEqualTo("Person rep");
    assertThat(read.json().get("note").isNull()).isTrue();

    Client.Answer changed = rep.patch(address, "\"1\"", "{\"amount\": 2, \"colour\": null}");
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(changed.json().path("amount").decimalValue()).isEqualByComparingTo("2");
    assertThat(changed.json().get("colour").isNull()).isTrue();
    assertThat(changed.json().path("name").asText()).isEqualTo(name);

    JsonNode history = rep.get(address + "/history").json().path("changes");
    assertThat(history).hasSize(2);
    assertThat(history.at("/0/operation").asText()).isEqualTo("update");
    assertThat(history.at("/0/by/name").asText()).isEqualTo("Person rep");
    assertThat(history.at("/0/fields/amount/before").decimalValue()).isEqualByComparingTo("1.5");
    assertThat(history.at("/0/fields/colour/before").asText()).isEqualTo("RED");

    assertThat(rep.delete(address, "\"2\"").status()).isEqualTo(204);
    assertThat(rep.get(address).status()).isEqualTo(404);
    assertThat(rep.delete(address, "\"2\"").status()).isEqualTo(404);
  }

  @Test
  void theFieldsToReadMayBeChosen() {
    String address = make("{\"name\": \"%s\", \"amount\": 3}".formatted(Fixture.name("thing")));

    assertThat(fields(rep.get(address + "?fields=amount,name")))
        .containsExactly("id", "version", "amount", "name");
    assertThat(rep.get(address + "?fields=amount,nonsense").code())
        .isEqualTo("RECORD_FIELD_UNKNOWN");
    assertThat(rep.get(address + "?field=amount").code()).isEqualTo("PARAMETER_UNKNOWN");
  }

  @Test
  void aChangeWithoutTheVersionSeenIsRefusedAndToldTheVersion() {
    String address = make("{\"name\": \"%s\"}".formatted(Fixture.name("thing")));
    Client json = rep.with("Content-Type", "application/json");

    Client.Answer changed = json.send("PATCH", address, "{\"amount\": 1}");
    assertThat(changed.status()).isEqualTo(428);
    assertThat(changed.header("ETag")).isEqualTo("\"1\"");
    Client.Answer deleted = json.send("DELETE", address, null);
    assertThat(deleted.status()).isEqualTo(428);
    assertThat(rep.patch(address, "1", "{\"amount\": 1}").code()).isEqualTo("IF_MATCH_INVALID");
    assertThat(rep.patch(address, "*", "{\"amount\": 1}").code()).isEqualTo("IF_MATCH_INVALID");
    assertThat(rep.get(address).header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void aStaleChangeIsRefusedAndToldTheVersion() {
    String address = make("{\"name\": \"%s\"}".formatted(Fixture.name("thing")));
    assertThat(rep.patch(address, "\"1\"", "{\"amount\": 1}").status()).isEqualTo(200);

    Client.Answer stale = rep.patch(address, "\"1\"", "{\"amount\": 2}");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.code()).isEqualTo("RECORD_STALE");
    assertThat(stale.header("ETag")).isEqualTo("\"2\"");
    assertThat(rep.delete(address, "\"1\"").status()).isEqualTo(412);
    assertThat(rep.get(address).json().path("amount").decimalValue()).isEqualByComparingTo("1");
  }

  @Test
  void unknownAndReadOnlyPropertiesAreRefusedByName() {
    for (String property :
        new String[] {
          "nonsense", "version", "id", "created_at", "created_by", "number", "tenant", "a.b"
        }) {
      String body =
          "{\"name\": \"%s\", \"%s\": \"2026-01-01\"}".formatted(Fixture.name("thing"), property);
      Client.Answer answer = rep.post(THINGS, body);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(property);
    }
    Client.Answer twice = rep.post(THINGS, "{\"name\": \"a\", \"name\": \"b\"}");
    assertThat(twice.code()).isEqualTo("MALFORMED");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    Client.Answer answer =
        rep.post(
            THINGS,
            "{\"amount\": 12345.6789, \"colour\": \"BLUE\", \"day\": \"2026-02-30\", \"mail\": \"nobody\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    List<String> fields = new ArrayList<>();
    answer.json().path("errors").forEach(error -> fields.add(error.path("field").asText()));
    assertThat(fields).contains("name", "amount", "colour", "day", "mail");
  }

  @Test
  void aUniqueValueIsTakenOnce() {
    String body = "{\"name\": \"%s\"}".formatted(Fixture.name("unique"));
    assertThat(rep.post(THINGS, body).status()).isEqualTo(201);

    Client.Answer again =
        rep.post(THINGS, body.toUpperCase(java.util.Locale.ROOT).replace("NAME", "name"));
    assertThat(again.status()).as(again.toString()).isEqualTo(422);
    assertThat(again.json().at("/errors/0/code").asText()).isEqualTo("RECORD_NOT_UNIQUE");
  }

  @Test
  void referencesAreWrittenByIdOrByAUniqueFieldAndReadWithTheirName() {
    String parentName = Fixture.name("parent");
    String parent = id(make("{\"name\": \"%s\"}".formatted(parentName)));

    JsonNode byId =
        rep.get(
                make(
                    "{\"name\": \"%s\", \"parent\": \"%s\"}"
                        .formatted(Fixture.name("child"), parent)))
            .json();
    JsonNode byName =
        rep.get(
                make(
                    "{\"name\": \"%s\", \"parent\": {\"name\": \"%s\"}, \"about\": {\"object\": \"thing\", \"id\": \"%s\"}}"
                        .formatted(Fixture.name("child"), parentName, parent)))
            .json();

    assertThat(byId.path("parent").toString())
        .isEqualTo("{\"id\":\"%s\",\"name\":\"%s\"}".formatted(parent, parentName));
    assertThat(byName.path("parent")).isEqualTo(byId.path("parent"));
    assertThat(byName.path("about").path("object").asText()).isEqualTo("thing");
    Client.Answer dangling =
        rep.post(
            THINGS,
            "{\"name\": \"%s\", \"parent\": \"%s\"}"
                .formatted(Fixture.name("child"), UUID.randomUUID()));
    assertThat(dangling.status()).as(dangling.toString()).isEqualTo(422);
  }

  @Test
  void aRepetitionWithTheSameKeyIsCarriedOutOnce() {
    Client keyed = rep.with("Idempotency-Key", UUID.randomUUID().toString());
    String body = "{\"name\": \"%s\"}".formatted(Fixture.name("once"));

    List<CompletableFuture<Client.Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(CompletableFuture.supplyAsync(() -> keyed.post(THINGS, body)));
    }
    List<Client.Answer> answers = calls.stream().map(CompletableFuture::join).toList();

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
    assertThat(answers)
        .extracting(answer -> answer.json().path("id").asText())
        .containsOnly(answers.getFirst().json().path("id").asText());
    Client.Answer other = keyed.post(THINGS, "{\"name\": \"%s\"}".formatted(Fixture.name("other")));
    assertThat(other.status()).as(other.toString()).isEqualTo(422);
    assertThat(rep.with("Idempotency-Key", "x".repeat(300)).post(THINGS, body).status())
        .isEqualTo(400);
  }

  @Test
  void manyRecordsAreMadeTogetherOrNotAtAll() {
    String prefix = Fixture.name("bulk");
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      records.append(i == 0 ? "" : ",").append("{\"name\": \"%s-%d\"}".formatted(prefix, i));
    }
    Client.Answer made = rep.post("/api/bulk/thing", "{\"records\": [" + records + "]}");
    assertThat(made.status()).as(made.toString()).isEqualTo(200);
    assertThat(made.json().path("ids")).hasSize(1000);
    assertThat(
            rep.get(THINGS + "/" + made.json().at("/ids/7").asText()).json().path("name").asText())
        .isEqualTo(prefix + "-7");

    String other = Fixture.name("bulk");
    Client.Answer refused =
        rep.post(
            "/api/bulk/thing",
            "{\"records\": [{\"name\": \"%s\"}, {\"name\": \"%s\", \"amount\": \"x\"}]}"
                .formatted(other, other + "b"));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(rep.get(THINGS + "?q=" + other).json().path("records")).isEmpty();
    assertThat(
            rep.post("/api/bulk/thing", "{\"records\": [" + records + ", {\"name\": \"y\"}]}")
                .code())
        .isEqualTo("BULK_TOO_MANY");
    assertThat(rep.post("/api/bulk/thing", "{}").code()).isEqualTo("PROPERTY_MISSING");
  }

  @Test
  void aChineseObjectIsAnObjectLikeAnyOther() {
    String thing = id(make("{\"name\": \"%s\"}".formatted(Fixture.name("thing"))));
    String path = "/api/data/" + Client.encode("零件");

    Client.Answer made = rep.post(path, "{\"名称\": \"螺丝\", \"thing\": \"%s\"}".formatted(thing));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.header("Location")).startsWith(path + "/");
    assertThat(rep.get(made.header("Location")).json().path("名称").asText()).isEqualTo("螺丝");
    assertThat(rep.get(path + "?filter=" + Client.encode("[名称] = \"螺丝\"")).json().path("records"))
        .isNotEmpty();
  }

  private String make(String body) {
    Client.Answer made = rep.post(THINGS, body);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.header("Location");
  }

  private static String id(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static List<String> fields(Client.Answer answer) {
    List<String> names = new ArrayList<>();
    answer.json().fieldNames().forEachRemaining(names::add);
    return names;
  }
}
