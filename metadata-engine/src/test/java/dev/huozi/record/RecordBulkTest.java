package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many records in one command: the same pipeline over sets, all or nothing.
@Tag("db")
class RecordBulkTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static RecordBench bench;

  @BeforeAll
  static void model() {
    bench = new RecordBench(DATABASE, "bulk");
    bench
        .records()
        .createAll(
            bench.context(),
            "dealer",
            objects(50, i -> "{\"name\": \"d" + i + "\", \"code\": \"D-" + i + "\"}"));
  }

  private static List<ObjectNode> objects(int count, java.util.function.IntFunction<String> json) {
    return new ArrayList<>(
        IntStream.range(0, count).mapToObj(json).map(RecordBench::json).toList());
  }

  @Test
  void twenty_five_hundred_records_come_in_order_with_numbers_lookups_history_and_three_events() {
    List<UUID> ids =
        bench
            .records()
            .createAll(
                bench.context(),
                "store",
                objects(
                    2_500,
                    i ->
                        "{\"name\": \"s"
                            + i
                            + "\", \"qty\": "
                            + i
                            + ", \"dealer\": {\"code\": \"d-"
                            + i % 50
                            + "\"}"
                            + (i % 2 == 0 ? ", \"price\": 1" : "")
                            + "}"));
    assertThat(ids).hasSize(2_500).doesNotHaveDuplicates();
    assertThat(bench.get("store", ids.get(1_234)).get("name")).isEqualTo("s1234");
    assertThat(bench.get("store", ids.get(1_234)).get("dealer"))
        .extracting("name")
        .isEqualTo("d34");
    assertThat(bench.get("store", ids.get(2_499)).get("code")).isEqualTo("ST-02500");
    assertThat(
            bench.ask(
                "select count(*) from record_history where operation = 'create' and object_id = "
                    + bench.object("store").id()))
        .containsExactly("2500");
    assertThat(
            bench.ask(
                "select jsonb_array_length(body -> 'ids') from outbox where subject = 'object "
                    + bench.object("store").id()
                    + "' order by id"))
        .containsExactly("1000", "1000", "500");
  }

  @Test
  void one_bad_record_lets_none_in_and_every_fault_says_where_it_is() {
    long before = bench.count("store");
    List<ObjectNode> values = objects(5, i -> "{\"name\": \"x\"}");
    values.set(1, RecordBench.json("{\"name\": \"x\", \"qty\": 0.0001}"));
    values.set(3, RecordBench.json("{\"dealer\": {\"code\": \"none\"}, \"colour\": 1}"));
    assertThatThrownBy(() -> bench.records().createAll(bench.context(), "store", values))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.issues())
                    .extracting(Issue::subject)
                    .containsExactlyInAnyOrder(
                        "records[1].qty",
                        "records[3].dealer",
                        "records[3].name",
                        "records[3].colour"));
    assertThat(bench.count("store")).isEqualTo(before);
  }

  @Test
  void equal_unique_values_inside_the_set_are_found_before_the_database_sees_them() {
    List<ObjectNode> values =
        objects(
            3,
            i ->
                "{\"name\": \"u\", \"email\": \""
                    + (i == 1 ? "A" : "a")
                    + (i == 2 ? i : "")
                    + "@example.com\"}");
    assertThatThrownBy(() -> bench.records().createAll(bench.context(), "store", values))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.issues())
                    .extracting(Issue::subject)
                    .containsExactly("records[1].email"));
  }

  @Test
  void faults_are_listed_up_to_a_limit() {
    assertThatThrownBy(
            () -> bench.records().createAll(bench.context(), "store", objects(1_000, _ -> "{}")))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.issues()).hasSize(200));
  }

  @Test
  void too_many_at_once_are_refused() {
    List<ObjectNode> values = objects(10_001, _ -> "{}");
    assertThatThrownBy(() -> bench.records().createAll(bench.context(), "store", values))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(RecordError.RECORD_TOO_MANY));
    assertThat(bench.records().createAll(bench.context(), "store", List.of())).isEmpty();
  }
}
