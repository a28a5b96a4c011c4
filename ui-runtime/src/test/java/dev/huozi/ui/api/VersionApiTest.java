package dev.huozi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import org.junit.jupiter.api.Test;

@ServerTest
class VersionApiTest {
  private static final String THING =
      """
      {"changes": [{"put": {"kind": "optionset", "body": {"name": "%s", "label": {"zh": "档", "en": "Tier"},
        "values": [{"code": "A", "label": {"zh": "甲", "en": "A"}}]}}}], "reason": "%s", "baseVersion": %d}
      """;

  private final Client admin = Fixture.tenant("versions").admin();

  @Test
  void aVersionIsListedComparedAndRolledBackTo() {
    long before = admin.get("/api/meta").json().path("version").asLong();
    assertThat(admin.post("/api/meta/publish", THING.formatted("tier", "tiers", before)).status())
        .isEqualTo(200);

    JsonNode newest = admin.get("/api/meta/versions?limit=1").json().path("items").path(0);
    assertThat(newest.path("version").asLong()).isEqualTo(before + 1);
    assertThat(newest.path("reason").asText()).isEqualTo("tiers");
    JsonNode items =
        admin
            .get("/api/meta/diff?from=%d&to=%d".formatted(before, before + 1))
            .json()
            .path("items");
    assertThat(items).hasSize(1);
    assertThat(items.path(0).path("name").asText()).isEqualTo("tier");

    Client.Answer plan =
        admin.post("/api/meta/rollback/plan", "{\"version\": %d}".formatted(before));
    assertThat(plan.status()).as(plan.toString()).isEqualTo(200);
    Client.Answer back =
        admin.post(
            "/api/meta/rollback",
            "{\"version\": %d, \"baseVersion\": %d, \"digest\": \"%s\", \"reason\": \"no tiers\"}"
                .formatted(
                    before,
                    plan.json().path("baseVersion").asLong(),
                    plan.json().path("digest").asText()));
    assertThat(back.status()).as(back.toString()).isEqualTo(200);
    assertThat(back.json().path("version").asLong()).isEqualTo(before + 2);
    assertThat(admin.get("/api/meta/optionset/tier").status()).isEqualTo(404);
    assertThat(admin.get("/api/meta/versions/999999").status()).isEqualTo(404);
  }

  @Test
  void nothingIsToldOfTablesThatNobodyWorksOn() {
    Client.Answer progress = admin.get("/api/meta/progress");
    assertThat(progress.status()).as(progress.toString()).isEqualTo(200);
    assertThat(progress.json().toString()).isEqualTo("{\"running\":[],\"waiting\":[]}");
  }

  @Test
  void usesNameWhoUsesAThing() {
    Client.Answer uses = admin.get("/api/meta/object/thing/uses?field=name");
    assertThat(uses.status()).as(uses.toString()).isEqualTo(200);
    assertThat(admin.get("/api/meta/object/nothing/uses").status()).isEqualTo(404);
  }

  @Test
  void aSummaryCountsAndSums() {
    assertThat(
            admin
                .post(
                    "/api/bulk/thing",
                    "{\"records\": [{\"name\": \"s1\", \"amount\": 2}, {\"name\": \"s2\", \"amount\": 3}]}")
                .status())
        .isEqualTo(200);
    Client.Answer summary =
        admin.get("/api/data/thing/summary?group=colour&measure=count,sum(amount)");
    assertThat(summary.status()).as(summary.toString()).isEqualTo(200);
    JsonNode group = summary.json().path("groups").path(0);
    assertThat(group.path("count").asInt()).isEqualTo(2);
    assertThat(group.path("sum(amount)").toString()).contains("5");
    assertThat(admin.get("/api/data/thing/summary?measure=avg(amount)").status()).isEqualTo(400);
  }
}
