package dev.huozi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real `kill -9` of server and database while a pack is applied: version and tables are the old
/// ones or the new ones and nothing between, no half-built index stays, and applying again
/// succeeds.
@Tag("db")
class PublishSurvivalTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// Enough for a change of type to go by a column beside the old one.
  private static final int ROWS = 80_000;

  private static final int OBJECTS = 25;

  /// When the server is killed: a random while after this could be seen.
  private enum Moment {
    BEGUN,
    COLUMN_BESIDE,
    TRANSACTION,
    LATER_STEPS,
    ANY
  }

  @Test
  void an_apply_that_is_killed_leaves_the_old_version_or_the_new_one(@TempDir Path home)
      throws SQLException, InterruptedException {
    long seed = Long.getLong("huozi.seed", System.nanoTime());
    System.out.println("publish survival: seed " + seed);
    Random random = new Random(seed);
    try (AppUnderTest app = AppUnderTest.startIn(home, Map.of())) {
      Map<Moment, String> outcomes = new java.util.EnumMap<>(Moment.class);
      List<String> older;
      List<String> newer;
      long millis;
      SmallTenant unhurt = prepared(app, "unhurt");
      try (StoredTenant stored = StoredTenant.open(app.databaseUrl(), "unhurt")) {
        older = stored.everything();
        long start = System.nanoTime();
        SmallTenant.expect(200, unhurt.admin().post("/api/packs/apply", pack(2)));
        millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertThat(stored.unfinished()).isZero();
        newer = stored.everything();
      }
      assertThat(newer).isNotEqualTo(older);
      for (Moment moment : Moment.values()) {
        String code = "killed" + moment.ordinal();
        SmallTenant tenant = prepared(app, code);
        boolean databaseToo = random.nextBoolean();
        long base = version(app, code);
        Thread apply = Thread.ofVirtual().start(() -> apply(tenant));
        try (StoredTenant stored = StoredTenant.open(app.databaseUrl(), code)) {
          assertThat(stored.everything()).as("seed %d, %s", seed, moment).isEqualTo(older);
          await(moment, stored, apply);
        }
        Thread.sleep(random.nextLong(moment == Moment.ANY ? millis : millis / 5 + 1));
        if (databaseToo) {
          app.killDatabaseHard();
        }
        app.killHard();
        apply.join();
        app.restart();
        try (StoredTenant stored = StoredTenant.open(app.databaseUrl(), code)) {
          awaitCalm(stored);
          boolean published = version(app, code) > base;
          assertThat(version(app, code)).isEqualTo(published ? base + 1 : base);
          assertThat(stored.everything())
              .as("seed %d, %s, database killed: %s", seed, moment, databaseToo)
              .containsExactlyElementsOf(published ? newer : older);
          SmallTenant.expect(200, tenant.admin().post("/api/packs/apply", pack(2)));
          awaitCalm(stored);
          assertThat(version(app, code))
              .as("seed %d, %s: a retry", seed, moment)
              .isEqualTo(base + 1);
          assertThat(stored.everything()).containsExactlyElementsOf(newer);
          outcomes.put(
              moment, (published ? "new" : "old") + (databaseToo ? ", database killed" : ""));
        }
      }
      System.out.println("publish survival: an apply of " + millis + " ms, " + outcomes);
    }
  }

  /// The first version of the pack, with rows.
  private static SmallTenant prepared(AppUnderTest app, String code) throws SQLException {
    SmallTenant tenant = SmallTenant.createIn(app, code);
    SmallTenant.expect(200, tenant.admin().post("/api/packs/apply", pack(1)));
    try (StoredTenant stored = StoredTenant.open(app.databaseUrl(), code)) {
      String table =
          stored.one(
              "select t.name from physical_table t join component c on c.id = t.object_id where c.name = 'depot'");
      String size =
          stored.one(
              "select p.name from physical_column p join component c on c.id = p.object_id where c.name = 'depot' and field_key = 'size'");
      stored.run(
          "insert into %s (id, created_at, created_by, updated_at, updated_by, %s) select gen_random_uuid(), now(), gen_random_uuid(), now(), gen_random_uuid(), n::text from generate_series(1, %d) n"
              .formatted(table, size, ROWS));
    }
    return tenant;
  }

  private static void apply(SmallTenant tenant) {
    try {
      tenant.admin().post("/api/packs/apply", pack(2));
    } catch (IllegalStateException _) {
      // The server died under it: the next look decides.
    }
  }

  /// Until it is seen, or was missed because everything went so fast.
  private static void await(Moment moment, StoredTenant stored, Thread apply)
      throws SQLException, InterruptedException {
    while (apply.isAlive() && !isSeen(moment, stored)) {
      Thread.sleep(2);
    }
  }

  private static boolean isSeen(Moment moment, StoredTenant stored) throws SQLException {
    return switch (moment) {
      case BEGUN, ANY -> true;
      case COLUMN_BESIDE -> stored.unfinished() > 0;
      case TRANSACTION -> stored.isPublishing();
      case LATER_STEPS -> !stored.one("select count(*) from schema_task").equals("0");
    };
  }

  /// The server has found what was left, or there was nothing.
  private static void awaitCalm(StoredTenant stored) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (stored.isPublishing() || stored.unfinished() > 0) {
      assertThat(System.nanoTime()).as("the server cleans up").isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  private static long version(AppUnderTest app, String code) throws SQLException {
    try (StoredTenant stored = StoredTenant.open(app.databaseUrl(), code)) {
      return Long.parseLong(stored.one("select coalesce(max(version), 0) from metadata_version"));
    }
  }

  /// Version 2 changes a type of a table with many rows, indexes it, and adds objects that refer to
  /// it.
  private static JsonNode pack(int version) {
    ObjectNode files = JSON.createObjectNode();
    files.put("pack.yaml", "id: depots\nversion: %d.0.0\n".formatted(version));
    String depot =
        "name: depot\nnameField: name\nfields:\n  - {name: name, type: text}\n  - {name: size, type: %s}\n";
    if (version == 1) {
      files.put("objects/depot.object.yaml", depot.formatted("text"));
    } else {
      files.put(
          "objects/depot.object.yaml",
          depot.formatted("number, scale: 0")
              + "  - {name: keeper, type: user}\nindexes: [[size], [name, size]]\n");
      for (int i = 0; i < OBJECTS; i++) {
        List<String> fields = new ArrayList<>();
        for (int j = 0; j < 5; j++) {
          fields.add("  - {name: f%d, type: text, unique: %s}\n".formatted(j, j == 0));
        }
        files.put(
            "objects/part%d.object.yaml".formatted(i),
            "name: part%d\nnameField: name\nfields:\n  - {name: name, type: text}\n".formatted(i)
                + "  - {name: depot, type: lookup, target: depot}\n"
                + String.join("", fields)
                + "indexes: [[f1], [f2, name]]\n");
      }
    }
    return JSON.createObjectNode().set("files", files);
  }
}
