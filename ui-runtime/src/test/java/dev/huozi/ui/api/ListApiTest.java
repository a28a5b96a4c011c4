package dev.huozi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class ListApiTest {
  private static final int COUNT = 30;
  private static boolean filled;

  private final Client rep = Fixture.tenant("lists").user();

  @BeforeEach
  void fill() {
    if (filled) {
      return;
    }
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < COUNT; i++) {
      records
          .append(i == 0 ? "" : ",")
          .append(
              "{\"name\": \"thing %02d\", \"amount\": %d, \"colour\": %s}"
                  .formatted(i, i % 5, i % 3 == 0 ? "\"RED\"" : "null"));
    }
    Client.Answer made = rep.post("/api/bulk/thing", "{\"records\": [" + records + "]}");
    assertThat(made.status()).as(made.toString()).isEqualTo(200);
    filled = true;
  }

  @Test
  void aFilterIsAFormula() {
    assertThat(names("filter", "amount = 4 and colour = \"RED\"", "sort", "name"))
        .containsExactly("thing 09", "thing 24");
    assertThat(
            names(
                "filter", "CONTAINS(name, \"g 1\") and not (amount in (0, 1, 2))", "sort", "-name"))
        .containsExactly("thing 19", "thing 18", "thing 14", "thing 13");
    assertThat(names("filter", "ISBLANK(colour) && amount >= 4", "sort", "name", "limit", "2"))
        .containsExactly("thing 04", "thing 14");
  }

  @Test
  void aWrongFilterIsRefusedWithAdvice() {
    for (String filter :
        new String[] {
          "nonsense = 1", "amount =", "amount = \"x\"", "name; drop table x", "(", "amount > > 1"
        }) {
      Client.Answer answer = list("filter", filter);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.json().path("detail").asText()).isNotBlank();
    }
  }

  @Test
  void pagesFollowEachOtherWithoutGapsOrRepetitions() {
    List<String> seen = new ArrayList<>();
    String path = "/api/data/thing?limit=7&sort=-amount,name&fields=name,amount";
    int pages = 0;
    while (!path.isEmpty()) {
      Client.Answer page = rep.get(path);
      assertThat(page.status()).as(page.toString()).isEqualTo(200);
      page.json().path("records").forEach(record -> seen.add(record.path("name").asText()));
      String link = page.header("Link");
      assertThat(link.isEmpty()).isEqualTo(page.json().get("next").isNull());
      path = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
      assertThat(link.isEmpty() || link.endsWith("; rel=\"next\"")).isTrue();
      pages++;
    }
    assertThat(pages).isEqualTo(5);
    assertThat(seen)
        .hasSize(COUNT)
        .doesNotHaveDuplicates()
        .startsWith("thing 04", "thing 09")
        .endsWith("thing 25");
  }

  @Test
  void aCursorThatWasNotHandedOutIsRefused() {
    String cursor = list("limit", "7").json().path("next").asText();

    assertThat(list("limit", "7", "cursor", cursor).status()).isEqualTo(200);
    assertThat(list("cursor", "x").code()).isEqualTo("RECORD_CURSOR_INVALID");
    assertThat(list("cursor", cursor.substring(0, cursor.length() - 2) + "xx").status())
        .isEqualTo(400);
    assertThat(list("cursor", cursor, "filter", "amount = 1").status()).isEqualTo(400);
    assertThat(
            Fixture.tenant("lists")
                .admin()
                .get("/api/data/thing?limit=7&cursor=" + Client.encode(cursor))
                .status())
        .isEqualTo(400);
  }

  @Test
  void theRowsAreCountedWhenAskedFor() {
    JsonNode counted = list("count", "true", "limit", "1", "filter", "colour = \"RED\"").json();

    assertThat(counted.path("total").asInt()).isEqualTo(10);
    assertThat(counted.path("totalCapped").asBoolean(true)).isFalse();
    assertThat(list("limit", "1").json().has("total")).isFalse();
  }

  @Test
  void aViewGivesFieldsFilterAndOrder() {
    JsonNode records = list("view", "red_things").json().path("records");

    assertThat(records).hasSize(10);
    assertThat(records.at("/0/amount").asInt()).isEqualTo(4);
    assertThat(records.get(0).has("colour")).isFalse();
    assertThat(
            list("view", "red_things", "filter", "amount = 0", "fields", "colour")
                .json()
                .path("records"))
        .hasSize(2)
        .allSatisfy(record -> assertThat(record.path("colour").asText()).isEqualTo("RED"));
    assertThat(list("view", "nonsense").code()).isEqualTo("VIEW_NOT_FOUND");
  }

  @Test
  void wordsAreSearchedFor() {
    // Numbers are searched too: T-007 is thing 06.
    assertThat(names("q", "ING 07")).containsExactlyInAnyOrder("thing 06", "thing 07");
    assertThat(names("q", "no such words")).isEmpty();
  }

  @Test
  void parametersAreTakenStrictly() {
    assertThat(list("limt", "7").json().path("detail").asText()).contains("limt").contains("limit");
    assertThat(list("limit", "0").code()).isEqualTo("PARAMETER_INVALID");
    assertThat(list("limit", "201").code()).isEqualTo("PARAMETER_INVALID");
    assertThat(list("limit", "-1").code()).isEqualTo("PARAMETER_INVALID");
    assertThat(list("limit", "99999999999").code()).isEqualTo("PARAMETER_INVALID");
    assertThat(list("count", "maybe").code()).isEqualTo("PARAMETER_INVALID");
    assertThat(rep.get("/api/data/thing?limit=1&limit=2").code()).isEqualTo("PARAMETER_TWICE");
    assertThat(list("sort", "nonsense").status()).isEqualTo(400);
    assertThat(list("fields", "name,").status()).isEqualTo(400);
    assertThat(rep.get("/api/data/nonsense").status()).isEqualTo(404);
  }

  private List<String> names(String... parameters) {
    Client.Answer answer = list(parameters);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    List<String> names = new ArrayList<>();
    answer.json().path("records").forEach(record -> names.add(record.path("name").asText()));
    return names;
  }

  private Client.Answer list(String... parameters) {
    StringBuilder path = new StringBuilder("/api/data/thing");
    for (int i = 0; i < parameters.length; i += 2) {
      path.append(i == 0 ? '?' : '&')
          .append(parameters[i])
          .append('=')
          .append(Client.encode(parameters[i + 1]));
    }
    return rep.get(path.toString());
  }
}
