package dev.huozi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The life of the demo tenant on the packaged server: a sandbox, a dump into another installation,
/// suspension, deletion, and servers that are killed while they copy.
@Tag("db")
class TenantLifeTest {
  private static final String DEMO = "qinghequan";
  private static final String PASSWORD = DemoClient.PASSWORD;
  private static final int KILLS = 5;

  @Test
  void the_demo_tenant_gets_a_sandbox_moves_house_and_ends(@TempDir Path here, @TempDir Path there)
      throws IOException {
    try (AppUnderTest app = AppUnderTest.startIn(here, Map.of());
        AppUnderTest other = AppUnderTest.startIn(there, Map.of())) {
      app.loadDemo();
      ApiClient admin = new ApiClient(app).login(DEMO, "admin", PASSWORD);
      Map<String, Integer> records = counts(admin);

      JsonNode made = SmallTenant.expect(202, admin.post("/api/sandboxes", SANDBOX));
      JsonNode job = ended(admin, "/api/sandboxes/" + made.path("code").asText(), "job");
      System.out.printf(
          "sandbox of the demo tenant: %.1f s, %d rows%n",
          job.path("seconds").asDouble(), job.path("total").asLong());
      assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
      ApiClient inside = new ApiClient(app).login(made.path("code").asText(), "admin", PASSWORD);
      assertThat(counts(inside)).isEqualTo(records);

      ApiClient operator = operator(app);
      JsonNode dumping =
          SmallTenant.expect(202, operator.post("/api/tenants/" + DEMO + "/dump", NOTHING));
      assertThat(ended(operator, "/api/tenants/" + DEMO + "/job", "").path("state").asText())
          .isEqualTo("done");
      String file = dumping.path("file").asText();
      Files.createDirectories(there.resolve("dumps"));
      Files.copy(here.resolve("dumps").resolve(file), there.resolve("dumps").resolve(file));
      ApiClient elsewhere = operator(other);
      SmallTenant.expect(
          202,
          elsewhere.post(
              "/api/tenants/restore",
              SmallTenant.json("{\"file\": \"" + file + "\", \"code\": \"moved\"}")));
      JsonNode restored = ended(elsewhere, "/api/tenants/moved/job", "");
      assertThat(restored.path("state").asText()).as(restored.toString()).isEqualTo("done");
      System.out.printf(
          "dump of %d bytes restored: %.1f s%n",
          Files.size(there.resolve("dumps").resolve(file)), restored.path("seconds").asDouble());
      assertThat(counts(new ApiClient(other).login("moved", "admin", PASSWORD))).isEqualTo(records);

      SmallTenant.expect(200, operator.post("/api/tenants/" + DEMO + "/suspend", NOTHING));
      assertThat(admin.get("/api/session").status()).isEqualTo(401);
      assertThat(inside.get("/api/session").status()).isEqualTo(401);
      SmallTenant.expect(200, operator.post("/api/tenants/" + DEMO + "/resume", NOTHING));
      assertThat(admin.get("/api/session").status()).isEqualTo(200);
      assertThat(operator.send("DELETE", "/api/tenants/" + DEMO, null, Map.of()).status())
          .isEqualTo(422);
      SmallTenant.expect(
          202,
          operator.send("DELETE", "/api/tenants/" + DEMO + "?confirm=" + DEMO, null, Map.of()));
      assertThat(ended(operator, "/api/tenants/" + DEMO + "/job", "").path("state").asText())
          .isEqualTo("done");
      assertThat(admin.get("/api/session").status()).isEqualTo(401);
      assertThat(operator.get("/api/tenants").body().path("items")).isEmpty();
    }
  }

  @Test
  void a_server_killed_while_it_copies_leaves_nothing_and_the_copy_succeeds_later(
      @TempDir Path home) throws InterruptedException {
    long seed = Long.getLong("huozi.seed", System.nanoTime());
    Random random = new Random(seed);
    try (AppUnderTest app = AppUnderTest.startIn(home, Map.of())) {
      app.loadDemo();
      int halves = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        ApiClient admin = new ApiClient(app).login(DEMO, "admin", PASSWORD);
        SmallTenant.expect(202, admin.post("/api/sandboxes", SANDBOX));
        Thread.sleep(random.nextInt(900));
        app.killHard();
        app.restart();
        ApiClient operator = operator(app);
        String state = state(operator);
        halves += state.equals("copying") ? 1 : 0;
        // Thirty seconds of silence, then it is dead; or it was ready before the kill.
        for (int i = 0; i < 60 && !List.of("", "active").contains(state); i++) {
          Thread.sleep(1_000);
          operator.get("/api/tenants/" + DEMO + "-sandbox/job");
          state = state(operator);
        }
        assertThat(state).as("seed %d, kill %d", seed, kill).isIn("", "active");
        admin = new ApiClient(app).login(DEMO, "admin", PASSWORD);
        if (state.equals("active")) {
          admin.send("DELETE", "/api/sandboxes/" + DEMO + "-sandbox", null, Map.of());
          for (int i = 0; i < 60 && !state(operator).isEmpty(); i++) {
            Thread.sleep(500);
          }
        }
      }
      System.out.printf("killed %d times, %d times in the middle of a copy%n", KILLS, halves);
      assertThat(halves).as("seed %d", seed).isPositive();
      ApiClient admin = new ApiClient(app).login(DEMO, "admin", PASSWORD);
      JsonNode made = SmallTenant.expect(202, admin.post("/api/sandboxes", SANDBOX));
      assertThat(made.path("code").asText()).isEqualTo(DEMO + "-sandbox");
      assertThat(ended(admin, "/api/sandboxes/" + DEMO + "-sandbox", "job").path("state").asText())
          .isEqualTo("done");
      assertThat(counts(new ApiClient(app).login(DEMO + "-sandbox", "admin", PASSWORD)))
          .isEqualTo(counts(admin));
    }
  }

  private static final JsonNode NOTHING = SmallTenant.json("{}");
  private static final JsonNode SANDBOX =
      SmallTenant.json("{\"name\": \"试用\", \"withData\": true}");

  private static String state(ApiClient operator) {
    for (JsonNode tenant : operator.get("/api/tenants").body().path("items")) {
      if (tenant.path("code").asText().equals(DEMO + "-sandbox")) {
        return tenant.path("state").asText();
      }
    }
    return "";
  }

  private static JsonNode ended(ApiClient client, String path, String within) {
    for (int i = 0; i < 600; i++) {
      JsonNode answer = client.get(path).body();
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

  /// Records by object, as the lists count them.
  private static Map<String, Integer> counts(ApiClient client) {
    Map<String, Integer> counts = new java.util.TreeMap<>();
    for (JsonNode object : client.get("/api/meta/object").body().path("items")) {
      String name = object.path("name").asText();
      int count = 0;
      String cursor = "";
      do {
        JsonNode page =
            SmallTenant.expect(
                200, client.get("/api/data/" + name + "?fields=id&limit=200" + cursor));
        count += page.path("records").size();
        String next = page.path("next").asText("");
        cursor = next.isEmpty() ? "" : "&cursor=" + next;
      } while (!cursor.isEmpty());
      counts.put(name, count);
    }
    return counts;
  }

  private static ApiClient operator(AppUnderTest app) {
    return SmallTenant.operator(app);
  }
}
