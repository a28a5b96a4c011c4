package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Creating and changing single records, alone and against others.
@Tag("db")
class RecordWriteTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static RecordBench bench;

  @BeforeAll
  static void model() {
    bench = new RecordBench(DATABASE, "writing");
  }

  @Test
  void a_change_counts_the_version_and_leaves_the_other_fields() {
    RecordView store = bench.create("store", "{\"name\": \"a\", \"qty\": 1, \"price\": 2}");
    RecordView changed = bench.update(store, "{\"qty\": 5, \"price\": null}");
    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.get("name")).isEqualTo("a");
    assertThat(changed.get("qty")).isEqualTo(new BigDecimal("5.000"));
    assertThat(changed.get("price")).isNull();
    assertThat(bench.get("store", store.id())).isEqualTo(changed);
  }

  @Test
  void a_change_that_changes_nothing_leaves_version_history_and_outbox_alone() {
    RecordView store = bench.create("store", "{\"name\": \"same\", \"qty\": 1.5}");
    List<String> trail = bench.trail(store.id());
    assertThat(bench.update(store, "{\"name\": \" same \", \"qty\": 1.50, \"notes\": \"\"}"))
        .isEqualTo(store);
    assertThat(bench.update(store, "{}")).isEqualTo(store);
    assertThat(bench.trail(store.id())).isEqualTo(trail);
  }

  @Test
  void a_change_of_an_older_version_is_refused_with_the_current_one() {
    RecordView store = bench.create("store", "{\"name\": \"a\"}");
    bench.update(store, "{\"qty\": 1}");
    ProblemException problem = refused(() -> bench.update(store, "{\"qty\": 2}"));
    assertThat(problem.code()).isEqualTo(RecordError.RECORD_STALE);
    assertThat(problem.code().status()).isEqualTo(412);
    assertThat(problem.parameters()).containsEntry("expected", 1).containsEntry("current", 2);
    assertThat(refused(() -> bench.update(store, "{}")).code()).isEqualTo(RecordError.RECORD_STALE);
  }

  @Test
  void a_record_that_does_not_exist_is_not_found_by_any_way() {
    UUID nobody = UUID.fromString("019aaaaa-0000-7000-8000-000000000001");
    RecordView ghost = new RecordView("store", nobody, 1, Map.of());
    assertThat(refused(() -> bench.get("store", nobody)).code())
        .isEqualTo(RecordError.RECORD_NOT_FOUND);
    assertThat(refused(() -> bench.update(ghost, "{\"qty\": 1}")).code())
        .isEqualTo(RecordError.RECORD_NOT_FOUND);
    assertThat(refused(() -> bench.delete(ghost)).code()).isEqualTo(RecordError.RECORD_NOT_FOUND);
    assertThat(refused(() -> bench.records().history(bench.context(), "store", nobody, 10)).code())
        .isEqualTo(RecordError.RECORD_NOT_FOUND);
    assertThat(refused(() -> bench.create("nothing", "{}")).code())
        .isEqualTo(RecordError.RECORD_OBJECT_UNKNOWN);
  }

  @Test
  void fifty_threads_that_add_one_lose_no_step() {
    RecordView store = bench.create("store", "{\"name\": \"counter\", \"qty\": 0}");
    var runs = ParallelRuns.of(50, _ -> addOne(store.id()));
    assertThat(runs).allMatch(ParallelRuns.Run::isDone);
    RecordView after = bench.get("store", store.id());
    assertThat(after.get("qty")).isEqualTo(new BigDecimal("50.000"));
    assertThat(after.version()).isEqualTo(51);
    assertThat(bench.trail(store.id())).hasSize(102);
  }

  private static int addOne(UUID id) {
    for (int tries = 1; ; tries++) {
      RecordView now = bench.get("store", id);
      Object qty = now.get("qty");
      try {
        bench.update(
            now, "{\"qty\": " + new BigDecimal(String.valueOf(qty)).add(BigDecimal.ONE) + "}");
        return tries;
      } catch (ProblemException e) {
        if (e.code() != RecordError.RECORD_STALE) {
          throw e;
        }
      }
    }
  }

  @Test
  void fifty_requests_with_one_key_make_one_record_and_get_one_answer() {
    bench.create("dealer", "{\"name\": \"d\", \"code\": \"K-1\"}");
    String json =
        """
        {"name": "once", "qty": 1.5, "price": 9.99, "dealer": {"code": "K-1"}, "target": {"object": "dealer", "code": "K-1"},
         "seen": "2026-01-01T00:00:00.000001Z", "opened": "2026-01-01", "open": true, "email": "once@example.com"}
        """;
    RecordCommand.Create command =
        new RecordCommand.Create("store", RecordBench.json(json), "key-1");
    var runs = ParallelRuns.of(50, _ -> bench.records().execute(bench.context(), command));
    assertThat(runs).allSatisfy(run -> assertThat(run.failure()).isNull());
    assertThat(runs.stream().map(ParallelRuns.Run::answer).distinct()).hasSize(1);
    assertThat(bench.find("store", "name = \"once\"")).hasSize(1);
    assertThat(runs.getFirst().answer())
        .isEqualTo(bench.get("store", bench.find("store", "name = \"once\"").getFirst()));
  }

  @Test
  void a_repeated_request_gets_its_old_answer_even_when_the_record_has_changed_since() {
    RecordCommand.Create command =
        new RecordCommand.Create(
            "store",
            RecordBench.json("{\"name\": \"before\", \"owner\": \"" + bench.li() + "\"}"),
            "key-2");
    RecordView first = bench.records().execute(bench.context(), command);
    bench.update(first, "{\"name\": \"after\"}");
    assertThat(bench.records().execute(bench.context(), command)).isEqualTo(first);
  }

  @Test
  void a_key_is_for_one_request_and_one_account() {
    bench
        .records()
        .execute(
            bench.context(),
            new RecordCommand.Create("dealer", RecordBench.json("{\"name\": \"a\"}"), "key-3"));
    ProblemException problem =
        refused(() ->
            bench
                .records()
                .execute(
                    bench.context(),
                    new RecordCommand.Create(
                        "dealer", RecordBench.json("{\"name\": \"b\"}"), "key-3")));
    assertThat(problem.code()).isEqualTo(RecordError.RECORD_IDEMPOTENCY_KEY_REUSED);
    for (String key : List.of("", "two words", "钥匙", "x".repeat(201))) {
      assertThat(
              refused(() ->
                      bench
                          .records()
                          .execute(
                              bench.context(),
                              new RecordCommand.Create(
                                  "dealer", RecordBench.json("{\"name\": \"a\"}"), key)))
                  .code())
          .isEqualTo(RecordError.RECORD_IDEMPOTENCY_KEY_INVALID);
    }
  }

  @Test
  void a_refused_request_does_not_use_up_its_key() {
    refused(() ->
        bench
            .records()
            .execute(
                bench.context(),
                new RecordCommand.Create("dealer", RecordBench.json("{}"), "key-4")));
    RecordView dealer =
        bench
            .records()
            .execute(
                bench.context(),
                new RecordCommand.Create("dealer", RecordBench.json("{\"name\": \"a\"}"), "key-4"));
    assertThat(dealer.version()).isEqualTo(1);
  }

  @Test
  void everything_that_is_wrong_is_said_once_and_nothing_is_written() {
    bench.create("dealer", "{\"name\": \"d\", \"code\": \"Taken\"}");
    bench.create("store", "{\"name\": \"s\", \"email\": \"taken@example.com\"}");
    long before = bench.count("store");
    ProblemException problem =
        refused(() ->
            bench.create(
                "store",
                """
                {"qty": "x", "dealer": {"code": "no such"}, "owner": "019aaaaa-0000-7000-8000-000000000001",
                 "email": "TAKEN@example.com", "price": 0.001}
                """));
    assertThat(problem.code()).isEqualTo(RecordError.RECORD_INVALID);
    assertThat(problem.issues())
        .extracting(issue -> issue.subject() + " " + issue.code().name())
        .containsExactlyInAnyOrder(
            "qty RECORD_VALUE_TYPE",
            "price RECORD_NUMBER_SCALE",
            "name RECORD_FIELD_REQUIRED",
            "dealer RECORD_REFERENCE_NOT_FOUND",
            "owner RECORD_REFERENCE_NOT_FOUND",
            "email RECORD_NOT_UNIQUE");
    assertThat(bench.count("store")).isEqualTo(before);
  }

  @Test
  void unknown_names_make_it_a_bad_request() {
    ProblemException problem =
        refused(() -> bench.create("dealer", "{\"name\": \"x\", \"cod\": 1, \"id\": null}"));
    assertThat(problem.code()).isEqualTo(RecordError.RECORD_PROPERTIES_REFUSED);
    assertThat(problem.code().status()).isEqualTo(400);
    assertThat(problem.issues()).extracting(Issue::subject).containsExactly("cod", "id");
  }

  @Test
  void a_unique_value_is_kept_by_the_first_of_many_who_want_it() {
    var runs =
        ParallelRuns.of(
            20,
            i ->
                bench.create(
                    "store",
                    "{\"name\": \"race\", \"email\": \""
                        + (i % 2 == 0 ? "RACE" : "race")
                        + "@example.com\"}"));
    assertThat(runs.stream().filter(ParallelRuns.Run::isDone)).hasSize(1);
    assertThat(runs.stream().filter(run -> !run.isDone()))
        .allSatisfy(run ->
            assertThat(run.failure())
                .isInstanceOfSatisfying(
                    ProblemException.class,
                    problem -> {
                      assertThat(problem.code()).isEqualTo(RecordError.RECORD_INVALID);
                      assertThat(problem.issues())
                          .extracting(Issue::subject)
                          .containsExactly("email");
                      assertThat(problem.issues().getFirst().code())
                          .isEqualTo(RecordError.RECORD_NOT_UNIQUE);
                    }));
  }

  @Test
  void a_key_of_several_fields_is_unique_when_all_are_filled() {
    RecordView dealer = bench.create("dealer", "{\"name\": \"multi\", \"code\": \"M-1\"}");
    String pair = "{\"name\": \"p\", \"dealer\": \"" + dealer.id() + "\", \"phone\": \"12345\"}";
    bench.create("store", pair);
    ProblemException problem = refused(() -> bench.create("store", pair));
    assertThat(problem.issues())
        .extracting(Issue::code)
        .containsExactly(RecordError.RECORD_NOT_UNIQUE_TOGETHER);
    bench.create("store", "{\"name\": \"p\", \"phone\": \"12345\"}");
    RecordView other = bench.create("store", "{\"name\": \"p\", \"phone\": \"12345\"}");
    assertThat(refused(() -> bench.update(other, "{\"dealer\": {\"code\": \"m-1\"}}")).issues())
        .extracting(Issue::code)
        .containsExactly(RecordError.RECORD_NOT_UNIQUE_TOGETHER);
    var runs = ParallelRuns.of(8, _ -> bench.create("store", pair.replace("12345", "54321")));
    assertThat(runs.stream().filter(ParallelRuns.Run::isDone)).hasSize(1);
    assertThat(runs.stream().filter(run -> !run.isDone()))
        .allSatisfy(run ->
            assertThat(run.failure())
                .isInstanceOfSatisfying(
                    ProblemException.class,
                    refusal ->
                        assertThat(refusal.issues())
                            .extracting(Issue::code)
                            .containsExactly(RecordError.RECORD_NOT_UNIQUE_TOGETHER)));
  }

  @Test
  void a_record_keeps_its_own_unique_value() {
    RecordView store = bench.create("store", "{\"name\": \"own\", \"email\": \"own@example.com\"}");
    RecordView changed = bench.update(store, "{\"email\": \"OWN@example.com\"}");
    assertThat(changed.get("email")).isEqualTo("OWN@example.com");
  }

  @Test
  void running_numbers_have_no_gaps_and_no_doubles() {
    var runs =
        ParallelRuns.of(
            30, i -> i % 5 == 0 ? null : bench.create("visit", "{\"store\": \"" + store() + "\"}"));
    List<String> numbers =
        runs.stream()
            .map(ParallelRuns.Run::answer)
            .filter(answer -> answer != null)
            .map(answer -> String.valueOf(answer.get("number")))
            .sorted()
            .toList();
    // It is March already in Shanghai.
    assertThat(numbers)
        .isEqualTo(IntStream.rangeClosed(1, 24).mapToObj("V-20260301-%03d"::formatted).toList());
  }

  private static UUID store() {
    return bench.create("store", "{\"name\": \"of a visit\"}").id();
  }

  @Test
  void history_tells_who_changed_what_from_what_to_what() {
    RecordView east = bench.create("dealer", "{\"name\": \"East\"}");
    RecordView store =
        bench.create(
            "store", "{\"name\": \"h\", \"price\": 1, \"channel\": \"MT\", \"open\": true}");
    RecordView second =
        bench.update(
            store,
            "{\"price\": 2.5, \"dealer\": \""
                + east.id()
                + "\", \"channel\": null, \"open\": false, \"opened\": \"2026-01-01\"}");
    bench.update(
        second,
        "{\"target\": {\"object\": \"store\", \"id\": \""
            + store.id()
            + "\"}, \"owner\": null, \"seen\": \"2026-01-01T00:00:00Z\"}");
    List<RecordService.Change> changes =
        bench.records().history(bench.context(), "store", store.id(), 10);
    assertThat(changes)
        .extracting(RecordService.Change::operation)
        .containsExactly("update", "update", "create");
    assertThat(changes).allSatisfy(change -> assertThat(change.byName()).isEqualTo("Li"));
    Map<String, RecordService.OldNew> middle = changes.get(1).fields();
    assertThat(middle.keySet())
        .containsExactlyInAnyOrder("price", "dealer", "channel", "open", "opened");
    assertThat(middle.get("price"))
        .isEqualTo(
            new RecordService.OldNew(
                new Money(new BigDecimal("1.00"), "CNY"),
                new Money(new BigDecimal("2.50"), "CNY")));
    assertThat(middle.get("dealer"))
        .isEqualTo(new RecordService.OldNew(null, new Reference("dealer", east.id(), "East")));
    assertThat(middle.get("channel")).isEqualTo(new RecordService.OldNew("MT", null));
    assertThat(middle.get("open")).isEqualTo(new RecordService.OldNew(true, false));
    Map<String, RecordService.OldNew> last = changes.getFirst().fields();
    assertThat(last.get("target"))
        .isEqualTo(new RecordService.OldNew(null, new Reference("store", store.id(), "h")));
    assertThat(last.get("owner"))
        .isEqualTo(new RecordService.OldNew(new Reference("user", bench.li(), "Li"), null));
    assertThat(bench.records().history(bench.context(), "store", store.id(), 1)).hasSize(1);
  }

  @Test
  void each_write_leaves_one_event_in_the_outbox() {
    RecordView dealer = bench.create("dealer", "{\"name\": \"e\"}");
    bench.update(dealer, "{\"name\": \"f\"}");
    assertThat(
            bench.ask(
                "select topic || ' ' || (body ->> 'object') from outbox where subject = '"
                    + dealer.id()
                    + "' order by id"))
        .containsExactly(
            "record.create " + bench.object("dealer").id(),
            "record.update " + bench.object("dealer").id());
  }

  @Test
  void history_cannot_be_changed_by_the_tenants_own_role() {
    assertThatThrownBy(() -> bench.ask("delete from record_history returning record_id"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> bench.ask("update record_secret set secret = '' returning secret"))
        .hasMessageContaining("permission denied");
  }

  private static ProblemException refused(Runnable work) {
    ProblemException[] caught = new ProblemException[1];
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(ProblemException.class, problem -> caught[0] = problem);
    return caught[0];
  }
}
