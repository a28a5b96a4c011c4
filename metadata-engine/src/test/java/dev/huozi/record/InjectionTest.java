package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts that mean something to SQL, LIKE, JSON or the formula language are only texts.
@Tag("db")
class InjectionTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static RecordBench bench;

  @BeforeAll
  static void model() {
    bench = new RecordBench(DATABASE, "injection");
  }

  static List<String> payloads() {
    return List.of(
        "'; drop table record_history; --",
        "' or '1'='1",
        "\" or \"\"=\"",
        "$1",
        "?",
        "??::text",
        "$$select 1$$",
        "$tag$x$tag$",
        "\\'; select pg_sleep(5); --",
        "%",
        "_",
        "\\",
        "a%' escape '!' --",
        "’ or 1=1 --",
        "ʼ; delete",
        "1); delete from t_1.o_1; --",
        "/* comment */ x -- y",
        "{\"id\": 1}",
        "[1,2]",
        "{0}",
        "{name}",
        "${7*7} {{7*7}} #{7*7} <%= 7 %>",
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "null",
        "NaN",
        "x'41'",
        "E'\\x27'",
        "U&'\\0027'",
        "\u202e\u200bhidden",
        "😀'😀\"😀",
        "o_1",
        "select",
        "客户",
        "x".repeat(300) + "'");
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void a_text_is_stored_filtered_searched_sorted_and_paged_as_itself(String payload) {
    String json = Json.write(payload);
    RecordView store = bench.create("store", "{\"name\": " + json + ", \"notes\": " + json + "}");
    assertThat(store.get("name")).isEqualTo(payload);
    assertThat(bench.get("store", store.id()).get("notes")).isEqualTo(payload);
    assertThat(bench.find("store", "name = " + literal(payload))).contains(store.id());
    assertThat(bench.find("store", "name in (" + literal(payload) + ", \"x\")"))
        .contains(store.id());
    assertThat(bench.find("store", "CONTAINS(notes, " + literal(payload) + ")"))
        .contains(store.id());
    if (payload.length() <= 100 && payload.split("\\s+").length <= 5) {
      assertThat(bench.search("store", payload)).contains(store.id());
    }
    ListQuery page =
        new ListQuery(
            "store",
            List.of("name"),
            List.of(),
            null,
            List.of(new ListQuery.Sort("name", false)),
            1,
            null,
            false);
    String cursor = bench.records().list(bench.context(), page).next();
    if (cursor != null) {
      assertThat(
              bench
                  .records()
                  .list(
                      bench.context(),
                      new ListQuery(
                          "store", List.of("name"), List.of(), null, page.sort(), 1, cursor, false))
                  .records())
          .hasSize(1);
    }
    RecordView changed = bench.update(store, "{\"name\": " + Json.write(payload + "2") + "}");
    RecordService.OldNew name =
        bench
            .records()
            .history(bench.context(), "store", store.id(), 1)
            .getFirst()
            .fields()
            .get("name");
    assertThat(name).isEqualTo(new RecordService.OldNew(payload, payload + "2"));
    bench.delete(changed);
    assertThat(bench.ask("select name from record_bin where record_id = '" + store.id() + "'"))
        .containsExactly(payload + "2");
  }

  /// A text literal of the formula language.
  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void as_a_name_it_is_refused(String payload) {
    if (List.of("select", "客户", "null", "NaN").contains(payload)) {
      return;
    }
    refused(() -> bench.records().get(bench.context(), payload, UUID.randomUUID(), List.of()));
    refused(
        () -> bench.records().get(bench.context(), "store", UUID.randomUUID(), List.of(payload)));
    refused(() ->
        bench
            .records()
            .list(
                bench.context(),
                new ListQuery(
                    "store",
                    List.of(),
                    List.of(),
                    null,
                    List.of(new ListQuery.Sort(payload, true)),
                    5,
                    null,
                    false)));
    refused(() ->
        bench
            .records()
            .list(
                bench.context(),
                new ListQuery("store", List.of(), List.of(), null, List.of(), 5, payload, false)));
    refused(() -> bench.create("store", "{\"name\": \"x\", " + Json.write(payload) + ": 1}"));
    refused(
        () -> bench.create("store", "{\"name\": \"x\", \"channel\": " + Json.write(payload) + "}"));
    refused(
        () -> bench.create("store", "{\"name\": \"x\", \"dealer\": " + Json.write(payload) + "}"));
  }

  private static void refused(Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code().status()).isBetween(400, 499));
  }
}
