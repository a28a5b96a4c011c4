package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Formula fields that stand in no column: read, filtered, sorted, grouped and used by rules.
@Tag("db")
class FormulaFieldTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static RecordBench bench;
  private static final List<RecordView> LINES = new ArrayList<>();

  @BeforeAll
  static void model() {
    bench = new RecordBench(DATABASE, "computed");
    bench
        .model()
        .publish(
            "objects/line.object.yaml",
            """
            name: line
            label: {zh: 明细, en: Line}
            nameField: name
            fields:
              - {name: name, type: text, required: true}
              - {name: dealer, type: lookup, target: dealer}
              - {name: qty, type: number, scale: 3}
              - {name: price, type: currency, scale: 4}
              - {name: day, type: date}
              - {name: total, type: formula, result: currency, scale: 2, expr: qty * price}
              - {name: share, type: formula, result: percent, expr: 1 / qty, blanks: blank}
              - {name: weighted, type: formula, result: number, scale: 1, expr: total * dealer.doubled}
              - {name: big, type: formula, result: boolean, expr: total > 100}
              - {name: risky, type: formula, result: boolean, expr: 10 / qty > 4}
              - {name: title, type: formula, result: text, expr: 'name & " / " & dealer.parent.name'}
              - {name: due, type: formula, result: date, expr: day + 30}
              - {name: mine, type: formula, result: boolean, expr: dealer.name = $User.name}
              - {name: age, type: formula, result: number, scale: 0, expr: $Today - day}
              - {name: odd, type: formula, result: boolean, expr: 'REGEX(name, "l[13]")'}
            """,
            "objects/dealer.object.yaml",
            StoreFiles.all()[
                    java.util.Arrays.asList(StoreFiles.all()).indexOf("objects/dealer.object.yaml")
                        + 1]
                + "  - {name: doubled, type: formula, result: number, scale: 0, expr: grade * 2}\n",
            "rules/large.rule.yaml",
            """
            name: large
            object: line
            when: total > 1000000
            level: block
            message: {zh: 金额过大, en: Too large}
            fields: [qty]
            """);
    RecordView head = bench.create("dealer", "{\"name\": \"Head\", \"grade\": 4}");
    RecordView li =
        bench.create(
            "dealer", "{\"name\": \"Li\", \"grade\": 3, \"parent\": \"%s\"}".formatted(head.id()));
    line("l1", "2", "10.005", li);
    line("l2", "0", "7", li);
    line("l3", "3", "50", head);
    line("l4", "null", "1", null);
  }

  private static void line(String name, String qty, String price, @Nullable RecordView dealer) {
    LINES.add(
        bench.create(
            "line",
            "{\"name\": \"%s\", \"qty\": %s, \"price\": %s, \"day\": \"2024-02-29\", \"dealer\": %s}"
                .formatted(name, qty, price, dealer == null ? "null" : "\"" + dealer.id() + "\"")));
  }

  private static List<Object> values(String field) {
    return LINES.stream()
        .map(line -> (Object) String.valueOf(bench.get("line", line.id()).get(field)))
        .toList();
  }

  private static List<String> sorted(String field, boolean descending) {
    List<String> names = new ArrayList<>();
    String cursor = null;
    do {
      RecordPage page =
          bench
              .records()
              .list(
                  bench.context(),
                  new ListQuery(
                      "line",
                      List.of("name", field),
                      List.of(),
                      null,
                      List.of(new ListQuery.Sort(field, descending)),
                      1,
                      cursor,
                      false));
      page.records().forEach(record -> names.add(String.valueOf(record.get("name"))));
      cursor = page.next();
    } while (cursor != null);
    return names;
  }

  private static List<String> found(String filter) {
    List<UUID> ids = bench.find("line", filter);
    return LINES.stream()
        .filter(line -> ids.contains(line.id()))
        .map(line -> String.valueOf(line.get("name")))
        .toList();
  }

  private static String refusal(Runnable work) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, work::run);
    assertThat(problem).isNotNull();
    return problem.issues().getFirst().code().name();
  }

  @Test
  void values_are_computed_over_lookups_and_other_formulas_and_rounded() {
    RecordView first = bench.get("line", LINES.getFirst().id());
    assertThat(first.get("total")).isEqualTo(new Money(new BigDecimal("20.01"), "CNY"));
    assertThat(first.get("weighted")).isEqualTo(new BigDecimal("120.1"));
    assertThat(first.get("share")).isEqualTo(new BigDecimal("0.5000"));
    assertThat(first.get("title")).isEqualTo("l1 / Head");
    assertThat(first.get("due")).isEqualTo(LocalDate.of(2024, 3, 30));
    assertThat(values("mine")).containsExactly("true", "true", "false", "false");
    assertThat(values("big")).containsExactly("false", "false", "true", "false");
  }

  @Test
  void an_error_stands_in_its_place_and_a_blank_stays_blank_where_wished() {
    assertThat(bench.get("line", LINES.get(1).id()).get("share"))
        .isInstanceOfSatisfying(
            FormulaError.class,
            error -> assertThat(error.kind()).isEqualTo(ErrorKind.DIVISION_BY_ZERO));
    assertThat(bench.get("line", LINES.get(3).id()).get("share")).isNull();
  }

  @Test
  void what_a_write_answers_is_what_a_read_answers() {
    LINES.forEach(line -> assertThat(bench.get("line", line.id())).isEqualTo(line));
  }

  @Test
  void lists_filter_by_them_as_the_jvm_computes_them() {
    assertThat(found("total = 20.01")).containsExactly("l1");
    assertThat(found("weighted > 100")).containsExactly("l1", "l3");
    assertThat(found("big")).containsExactly("l3");
    assertThat(found("risky")).containsExactly("l1");
    assertThat(found("NOT(risky)")).containsExactly("l3");
    assertThat(found("IFERROR(risky, TRUE)")).containsExactly("l1", "l2", "l4");
    assertThat(found("ISBLANK(share)")).containsExactly("l4");
    assertThat(found("IFERROR(share, 7) = 7")).containsExactly("l2");
    assertThat(found("BEGINS(title, \"l2\") || mine && age > 0")).containsExactly("l1", "l2");
    assertThat(found("due = DATE(2024, 3, 30) && dealer.doubled = 8")).containsExactly("l3");
  }

  @Test
  void pages_are_cut_at_them_and_blanks_and_errors_come_last() {
    assertThat(sorted("weighted", true).subList(0, 2)).containsExactly("l3", "l1");
    assertThat(sorted("share", false).subList(0, 2)).containsExactly("l3", "l1");
    assertThat(sorted("share", true)).hasSize(4).startsWith("l1", "l3");
    assertThat(sorted("title", false)).containsExactly("l1", "l2", "l3", "l4");
  }

  @Test
  void groups_and_sums_are_made_of_them() {
    RecordSummary summary =
        bench
            .records()
            .summary(
                bench.context(),
                new SummaryQuery(
                    "line",
                    List.of("big"),
                    List.of(
                        new SummaryQuery.Measure(SummaryQuery.Function.SUM, "total"),
                        new SummaryQuery.Measure(SummaryQuery.Function.SUM, "share")),
                    List.of(),
                    null));
    assertThat(summary.groups().toString())
        .contains("20.01", "150.00", "0.5000", "0.3333")
        .doesNotContain("NaN");
  }

  @Test
  void what_changes_by_itself_or_has_no_sql_is_refused_with_the_reason() {
    assertThat(refusal(() -> sorted("age", false))).isEqualTo("RECORD_SORT_VOLATILE");
    assertThat(refusal(() -> sorted("mine", false))).isEqualTo("RECORD_SORT_VOLATILE");
    assertThat(refusal(() -> sorted("odd", false))).isEqualTo("RECORD_FORMULA_NOT_SQL");
    assertThat(refusal(() -> found("odd"))).isEqualTo("RECORD_FORMULA_NOT_SQL");
    assertThat(values("odd")).containsExactly("true", "false", "true", "false");
  }

  @Test
  void nobody_writes_them_and_rules_read_them() {
    assertThat(refusal(() -> bench.create("line", "{\"name\": \"x\", \"total\": 5}")))
        .isEqualTo("RECORD_FIELD_READ_ONLY");
    assertThat(
            refusal(
                () -> bench.create("line", "{\"name\": \"x\", \"qty\": 3000, \"price\": 3000}")))
        .isEqualTo("RECORD_RULE_BLOCKED");
  }

  @Test
  void a_changed_formula_is_proved_over_the_rows_that_are_there_and_serves_at_once() {
    publishNotes("n / 2");
    RecordView note =
        bench.create(
            "note",
            "{\"name\": \"𠮷\", \"n\": 7, \"line\": \"%s\"}".formatted(LINES.getFirst().id()));
    assertThat(note.get("half")).isEqualTo(new BigDecimal("3.500000"));
    publishNotes("ROUND(n / 3, 5) + LEN(name) * line.qty");
    assertThat(bench.get("note", note.id()).get("half")).isEqualTo(new BigDecimal("4.333330"));
    assertThat(bench.find("note", "half = 4.33333")).containsExactly(note.id());
  }

  private static void publishNotes(String half) {
    bench
        .model()
        .publish(
            "objects/note.object.yaml",
            """
            name: note
            nameField: name
            fields:
              - {name: name, type: text}
              - {name: line, type: lookup, target: line}
              - {name: n, type: number, scale: 6}
              - {name: half, type: formula, result: number, scale: 6, expr: '%s'}
            """
                .formatted(half));
  }
}
