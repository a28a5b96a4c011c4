package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.metadata.TestTenant;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.service.DefaultRecordService;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Records and publications at the same time, on one node and on two.
@Tag("db")
class FenceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static String memo(String... fields) {
    return """
    name: memo
    label: {zh: 便条, en: Memo}
    nameField: text
    fields:
      - {name: text, label: {zh: 内容, en: Text}, type: text}
      - {name: store, label: {zh: 门店, en: Store}, type: lookup, target: store, onDelete: clear}
    """
        + String.join("", fields);
  }

  @Test
  void a_writer_with_an_old_snapshot_gets_the_new_one_and_begins_again() {
    RecordBench bench = new RecordBench(DATABASE, "stale");
    RequestContext before = bench.context();
    publishElsewhere(
        bench,
        memo("  - {name: pages, label: {zh: 页数, en: Pages}, type: number, required: true}\n"));
    // This node has not heard of it: its request began earlier.
    assertThatThrownBy(() ->
            bench
                .records()
                .execute(
                    before,
                    new RecordCommand.Create("memo", RecordBench.json("{\"text\": \"x\"}"), null)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.issues())
                    .extracting(issue -> issue.code().name())
                    .containsExactly("RECORD_FIELD_REQUIRED"));
    RecordView written =
        bench
            .records()
            .execute(
                before,
                new RecordCommand.Create(
                    "memo", RecordBench.json("{\"text\": \"x\", \"pages\": 3}"), null));
    assertThat(written.get("pages")).hasToString("3.00");
    assertThat(
            bench
                .records()
                .createAll(
                    before, "memo", List.of(RecordBench.json("{\"text\": \"y\", \"pages\": 4}"))))
        .hasSize(1);
  }

  @Test
  void a_field_that_was_deactivated_meanwhile_is_not_written() {
    RecordBench bench = new RecordBench(DATABASE, "deactivated");
    String field = "  - {name: pages, label: {zh: 页数, en: Pages}, type: number%s}\n";
    bench.model().publish("objects/memo.object.yaml", memo(field.formatted("")));
    RecordView memo = bench.create("memo", "{\"text\": \"x\", \"pages\": 1}");
    RequestContext before = bench.context();
    bench.get("memo", memo.id());
    publishElsewhere(bench, memo(field.formatted(", active: false")));
    assertThatThrownBy(() ->
            bench
                .records()
                .execute(
                    before,
                    new RecordCommand.Update(
                        "memo", memo.id(), 1, RecordBench.json("{\"pages\": 2}"))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(RecordError.RECORD_PROPERTIES_REFUSED));
    // A reader whose request began before still sees its model.
    assertThat(bench.records().get(before, "memo", memo.id(), List.of()).get("text"))
        .isEqualTo("x");
  }

  private static void publishElsewhere(RecordBench bench, String file) {
    try (TestDatabase.Node node = DATABASE.anotherNode()) {
      new TestTenant(node.platform(), bench.model().tenant())
          .publish("objects/memo.object.yaml", file);
    }
  }

  @Test
  void writers_and_publications_do_not_disturb_each_other() {
    RecordBench bench = new RecordBench(DATABASE, "busy");
    RecordService otherNode =
        new DefaultRecordService(
            DATABASE.tenantDatabase(),
            new TestTenant(DATABASE.platform(), bench.model().tenant()).registry());
    AtomicBoolean ended = new AtomicBoolean();
    var runs =
        ParallelRuns.of(
            5,
            worker -> {
              if (worker == 0) {
                try {
                  IntStream.range(0, 12)
                      .forEach(
                          i -> bench.model().publish("objects/memo.object.yaml", memo(fields(i))));
                } finally {
                  ended.set(true);
                }
                return 0;
              }
              RecordService records = worker % 2 == 0 ? bench.records() : otherNode;
              RequestContext context = bench.context();
              int written = 0;
              while (!ended.get()) {
                RecordView memo =
                    records.execute(
                        context,
                        new RecordCommand.Create(
                            "memo", RecordBench.json("{\"text\": \"w\"}"), null));
                records.execute(
                    context,
                    new RecordCommand.Update(
                        "memo", memo.id(), 1, RecordBench.json("{\"text\": \"v\"}")));
                written++;
              }
              return written;
            });
    assertThat(runs).allSatisfy(run -> assertThat(run.failure()).isNull());
    int written = runs.stream().mapToInt(run -> run.answer() == null ? 0 : run.answer()).sum();
    assertThat(written).isPositive();
    assertThat(bench.count("memo")).isEqualTo(written);
    assertThat(bench.object("memo").field("f11")).isNotNull();
  }

  /// One field more with each version.
  private static String fields(int number) {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i <= number; i++) {
      fields.append("  - {name: f%d, label: {zh: 字段, en: Field}, type: number}\n".formatted(i));
    }
    return fields.toString();
  }
}
