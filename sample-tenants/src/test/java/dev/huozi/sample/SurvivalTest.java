package dev.huozi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real `kill -9` of server and database under writers: nothing that was acknowledged may be lost,
/// and a request repeated with its idempotency key may not do its work twice.
@Tag("db")
class SurvivalTest {
  private static final int ROUNDS = 5;
  private static final int WRITERS = 8;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicInteger numbers = new AtomicInteger();

  @Test
  void nothing_acknowledged_is_lost_and_nothing_is_done_twice_over_five_kills(@TempDir Path home)
      throws InterruptedException {
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    Queue<String> attempted = new ConcurrentLinkedQueue<>();
    try (AppUnderTest app = AppUnderTest.startIn(home, Map.of())) {
      SmallTenant tenant = SmallTenant.createIn(app, "survival");
      for (int round = 0; round < ROUNDS; round++) {
        writeUntilKilled(app, tenant, round % 2 == 0, attempted, acknowledged);
        app.restart();
      }
      ApiClient client = tenant.admin();
      repeat(client, attempted);
      List<String> stored = names(client);
      assertThat(stored).as("each name once").doesNotHaveDuplicates();
      assertThat(stored).as("acknowledged before a kill").containsAll(acknowledged);
      assertThat(new HashSet<>(stored)).as("nothing invented").isEqualTo(new HashSet<>(attempted));
      assertThat(acknowledged.size())
          .as("the writers really wrote")
          .isGreaterThan(ROUNDS * WRITERS);
    }
  }

  /// Eight clients create records until the server is killed under them.
  private void writeUntilKilled(
      AppUnderTest app,
      SmallTenant tenant,
      boolean databaseToo,
      Queue<String> attempted,
      Queue<String> acknowledged)
      throws InterruptedException {
    AtomicBoolean killed = new AtomicBoolean();
    CountDownLatch warm = new CountDownLatch(WRITERS * 5);
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(
          Thread.ofVirtual()
              .start(() -> {
                ApiClient client = tenant.admin();
                while (!killed.get()) {
                  String name = "N" + numbers.incrementAndGet();
                  attempted.add(name);
                  if (create(client, name)) {
                    acknowledged.add(name);
                    warm.countDown();
                  }
                }
              }));
    }
    assertThat(warm.await(60, TimeUnit.SECONDS)).as("writers got going").isTrue();
    if (databaseToo) {
      app.killDatabaseHard();
    }
    app.killHard();
    killed.set(true);
    for (Thread writer : writers) {
      writer.join();
    }
  }

  private static boolean create(ApiClient client, String name) {
    ObjectNode body = JSON.createObjectNode().put("name", name);
    try {
      return client
              .send("POST", "/api/data/thing", body, Map.of("Idempotency-Key", "key-" + name))
              .status()
          == 201;
    } catch (IllegalStateException e) {
      return false; // the server died under this request: its outcome is unknown
    }
  }

  /// What a client does after a lost answer: the same request with the same key.
  private static void repeat(ApiClient client, Queue<String> attempted) {
    for (String name : attempted) {
      assertThat(create(client, name)).as("repeat of %s", name).isTrue();
    }
  }

  private static List<String> names(ApiClient client) {
    List<String> names = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    String cursor = "";
    do {
      JsonNode page = client.get("/api/data/thing?fields=name&sort=name&limit=200" + cursor).body();
      page.path("records").forEach(record -> names.add(record.path("name").asText()));
      String next = page.path("next").asText("");
      cursor = next.isEmpty() || !cursors.add(next) ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return names;
  }
}
