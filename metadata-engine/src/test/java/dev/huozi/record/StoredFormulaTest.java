package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.platform.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Formula fields whose values stand in columns: right after every write, of other records too, and
/// in rows that were there before.
@Tag("db")
class StoredFormulaTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String HEAD =
      """
      name: line
      nameField: name
      indexes: %s
      fields:
        - {name: name, type: text, required: true}
        - {name: no, type: autonumber, pattern: "L{000}"}
        - {name: dealer, type: lookup, target: dealer, onDelete: clear}
        - {name: qty, type: number, scale: 0}
        - {name: price, type: number, scale: 2}
      """;
  private static final String STORED =
      """
        - {name: total, type: formula, result: number, scale: 2, precision: 8, expr: qty * price, stored: true}
        - {name: ratio, type: formula, result: number, scale: 4, expr: price / qty, stored: true}
        - {name: points, type: formula, result: number, scale: 1, expr: total * dealer.level + virtual, stored: true}
        - {name: virtual, type: formula, result: number, scale: 0, expr: dealer.parent.grade}
        - {name: title, type: formula, result: text, expr: 'no & " " & dealer.name', stored: true}
        - {name: good, type: formula, result: boolean, expr: ratio > 1, stored: true}
      """;

  private static RecordBench bench;

  @BeforeAll
  static void model() {
    bench = new RecordBench(DATABASE, "stored");
    List<String> files = List.of(StoreFiles.all());
    bench
        .model()
        .publish(
            "objects/dealer.object.yaml",
            files.get(files.indexOf("objects/dealer.object.yaml") + 1)
                + "  - {name: level, type: formula, result: number, scale: 0, expr: grade * 10, stored: true}\n",
            "objects/line.object.yaml",
            HEAD.formatted("[]"));
  }

  private static void publish(String stored, String indexes) {
    bench.model().publish("objects/line.object.yaml", HEAD.formatted(indexes) + stored);
  }

  private static RecordView line(
      String name, String qty, String price, @Nullable RecordView dealer) {
    return bench.create(
        "line",
        "{\"name\": \"%s\", \"qty\": %s, \"price\": %s, \"dealer\": %s}"
            .formatted(name, qty, price, dealer == null ? "null" : "\"" + dealer.id() + "\""));
  }

  private static String values(UUID id) {
    RecordView line = bench.get("line", id);
    List<String> all = new ArrayList<>();
    for (String name : List.of("total", "ratio", "points", "title", "good")) {
      Object value = line.get(name);
      all.add(value instanceof FormulaError error ? error.kind().name() : String.valueOf(value));
    }
    return String.join(" | ", all);
  }

  @Test
  void rows_that_are_there_are_filled_and_every_write_keeps_them_right() {
    RecordView parent = bench.create("dealer", "{\"name\": \"P\", \"grade\": 5}");
    RecordView dealer =
        bench.create(
            "dealer", "{\"name\": \"D\", \"grade\": 2, \"parent\": \"%s\"}".formatted(parent.id()));
    RecordView old = line("old", "2", "7.5", dealer);
    RecordView zero = line("zero", "0", "7.5", null);
    RecordView huge = line("huge", "999999", "99999999", null);
    publish(STORED, "[[points], [total]]");

    assertThat(bench.ask("select coalesce(failure, '?') from schema_task")).isEmpty();
    String filled = values(old.id());
    assertThat(filled).isEqualTo("15.00 | 3.7500 | 305.0 | L001 D | true");
    assertThat(values(zero.id())).isEqualTo("0.00 | FAILED | 0.0 | L002  | FAILED");
    assertThat(values(huge.id())).startsWith("RANGE | ");
    assertThat(bench.get("line", old.id()).version()).isEqualTo(1);

    RecordView made = line("made", "2", "7.5", dealer);
    assertThat(values(made.id())).isEqualTo(filled.replace("L001", "L004"));
    assertThat(bench.get("line", made.id())).isEqualTo(made);
    RecordView none = bench.update(made, "{\"qty\": 0}");
    assertThat(none.get("ratio"))
        .isInstanceOfSatisfying(
            FormulaError.class,
            error -> assertThat(error.kind()).isEqualTo(ErrorKind.DIVISION_BY_ZERO));
    assertThat(values(made.id())).startsWith("0.00 | DIVISION_BY_ZERO | 5.0");

    bench.update(dealer, "{\"grade\": 3, \"name\": \"E\"}");
    assertThat(values(old.id())).isEqualTo("15.00 | 3.7500 | 455.0 | L001 E | true");
    bench.update(parent, "{\"grade\": 6}");
    assertThat(values(old.id())).contains("456.0");
    assertThat(bench.get("line", old.id()).version()).isEqualTo(1);

    assertThat(bench.find("line", "points = 456")).containsExactly(old.id());
    assertThat(bench.find("line", "IFERROR(ratio, -1) = -1"))
        .containsExactlyInAnyOrder(zero.id(), made.id());
    assertThat(bench.find("line", "good")).containsExactlyInAnyOrder(old.id(), huge.id());

    bench.delete(bench.get("dealer", dealer.id()));
    assertThat(values(old.id())).isEqualTo("15.00 | 3.7500 | 0.0 | L001  | true");

    // A formula below it changes: everything above is filled again.
    publish(STORED.replace("expr: qty * price", "expr: qty * price * 2"), "[[points]]");
    assertThat(values(old.id())).startsWith("30.00 | 3.7500 | 0.0");
    // It no longer stands in a column, and nothing is lost.
    publish(STORED.replace(", stored: true", ""), "[]");
    assertThat(values(zero.id()))
        .isEqualTo("0.00 | DIVISION_BY_ZERO | 0.0 | L002  | DIVISION_BY_ZERO");
  }
}
