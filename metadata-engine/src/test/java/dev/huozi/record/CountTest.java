package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.TestDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How many there are, without counting millions: exact to a thousand, then as the planner expects.
/// A page of a list takes one statement, three at most.
@Tag("db")
class CountTest {
  private static final int ROWS = 3_000;

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static ListQuery query(List<String> filters, boolean count) {
    return new ListQuery(
        "dealer", List.of("name", "parent"), filters, null, List.of(), 50, null, count);
  }

  @Test
  void counts_are_exact_to_the_cap_then_estimated_in_at_most_three_statements() {
    RecordBench bench = new RecordBench(DATABASE, "counts");
    List<ObjectNode> dealers =
        IntStream.range(0, ROWS)
            .mapToObj(i ->
                RecordBench.json(
                    "{\"name\": \"d%d\", \"code\": \"C-%d\", \"grade\": %d}"
                        .formatted(i, i, i % 100)))
            .toList();
    bench.records().createAll(bench.context(), "dealer", dealers);
    bench.run("analyze " + bench.object("dealer").table().name());

    // A node reads once what it signs cursors with; that is no record data.
    bench.records().list(bench.context(), query(List.of(), false));

    assertPage(bench, query(List.of(), false), 1, null, null);
    RecordPage few = assertPage(bench, query(List.of("grade = 7"), true), 2, 30L, null);
    assertThat(few.totalCapped()).isFalse();
    RecordPage all = assertPage(bench, query(List.of(), true), 3, 1_000L, (long) ROWS);
    assertThat(all.totalCapped()).isTrue();
    RecordPage most = assertPage(bench, query(List.of("grade >= 50"), true), 3, 1_000L, null);
    assertThat(most.estimate()).isBetween(1_001L, 2L * ROWS);
  }

  private static RecordPage assertPage(
      RecordBench bench,
      ListQuery query,
      int statements,
      @org.jspecify.annotations.Nullable Long total,
      @org.jspecify.annotations.Nullable Long estimate) {
    AtomicReference<RecordPage> page = new AtomicReference<>();
    int reads = bench.reads(() -> page.set(bench.records().list(bench.context(), query)));
    assertThat(reads).as("statements on record data").isEqualTo(statements).isLessThanOrEqualTo(3);
    assertThat(page.get().records()).hasSizeLessThanOrEqualTo(50).isNotEmpty();
    assertThat(page.get().total()).isEqualTo(total);
    if (estimate != null) {
      assertThat(page.get().estimate()).isEqualTo(estimate);
    }
    return page.get();
  }
}
