package dev.huozi.formula.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.formula.script.Script.Parameter;
import dev.huozi.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ScriptsTest {
  private static final List<Parameter> ALL_TYPES =
      List.of(
          new Parameter("text", ScriptType.TEXT),
          new Parameter("number", ScriptType.NUMBER),
          new Parameter("flag", ScriptType.BOOLEAN),
          new Parameter("day", ScriptType.DATE),
          new Parameter("moment", ScriptType.DATETIME));

  private static Scripts scripts;

  @BeforeAll
  static void open() {
    scripts =
        new Scripts(new ScriptSettings(2, 1, 2, Duration.ofMinutes(1), 96, Duration.ofMinutes(10)));
  }

  @AfterAll
  static void close() {
    scripts.close();
  }

  @Test
  void values_of_every_type_go_in_and_come_out_unchanged() {
    Map<String, Object> values =
        Map.of(
            "text",
            "“引号” \\ \u0000 \ud83d\ude00",
            "number",
            new BigDecimal("-12345678901234567890.1234567890"),
            "flag",
            true,
            "day",
            LocalDate.of(2024, 2, 29),
            "moment",
            Instant.parse("2026-11-25T12:00:00.123Z"));
    assertThat(run("return input;", values)).isEqualTo(values);
  }

  @Test
  void a_blank_is_null_on_both_sides() {
    assertThat(run("return { text: String(input.day), number: input.number };", Map.of()))
        .containsEntry("text", "null")
        .containsEntry("number", null);
    assertThat(run("return { text: '' };", Map.of()))
        .containsEntry("text", null)
        .doesNotContainKey("number");
  }

  @Test
  void numbers_are_exact() {
    assertThat(number("Decimal('0.1').plus('0.2')")).isEqualTo("0.3");
    assertThat(number("Decimal('0.1').times('0.2').minus(1)")).isEqualTo("-0.98");
    assertThat(number("Decimal(1).dividedBy(3, 5)")).isEqualTo("0.33333");
    assertThat(number("Decimal(-2).dividedBy(3, 2)")).isEqualTo("-0.67");
    assertThat(number("Decimal('-2.5').round()")).isEqualTo("-3");
    assertThat(number("Decimal('2.345').round(2)")).isEqualTo("2.35");
    assertThat(number("Decimal('1234').dividedBy('0.005', 1)")).isEqualTo("246800.0");
    assertThat(number("Decimal('0.5').dividedBy('-10', 1)")).isEqualTo("-0.1");
    assertThat(number("2n ** 80n")).isEqualTo("1208925819614629174706176");
    assertThat(number("7")).isEqualTo("7");
    assertThat(number("Decimal('1.0').equals('1.00') ? 1 : 0")).isEqualTo("1");
    assertThat(number("Decimal('1.1').compare('1.09')")).isEqualTo("1");
  }

  @Test
  void what_is_not_exact_is_refused_with_its_value() {
    ProblemException problem = problem("return { number: 0.1 + 0.2 };");
    assertThat(problem.code()).isEqualTo(ScriptError.SCRIPT_OUTPUT_TYPE);
    assertThat(problem.parameters())
        .containsEntry("output", "number")
        .containsEntry("value", "number 0.30000000000000004");
  }

  @Test
  void an_output_of_another_type_names_field_and_value() {
    assertThat(problem("return { day: '2026-02-30' };").parameters())
        .containsEntry("output", "day")
        .containsEntry("type", "date")
        .containsEntry("value", "2026-02-30");
    assertThat(problem("return { flag: 'true' };").code())
        .isEqualTo(ScriptError.SCRIPT_OUTPUT_TYPE);
    assertThat(problem("return { totl: 1 };").parameters()).containsEntry("output", "totl");
  }

  @Test
  void an_error_names_line_row_and_message_without_control_characters() {
    Script script =
        script(
            """
            function run(input) {
              if (input.number.equals(2)) {
                throw new Error('two\\u001b[31m\\nlines \\u202e');
              }
              return {};
            }
            """);
    List<Map<String, Object>> rows =
        List.of(Map.of("number", BigDecimal.ONE), Map.of("number", BigDecimal.TWO));
    ProblemException problem =
        catchThrowableOfType(ProblemException.class, () -> scripts.run(1, script, rows));
    assertThat(problem.code()).isEqualTo(ScriptError.SCRIPT_THREW);
    assertThat(problem.parameters())
        .containsEntry("row", 2)
        .containsEntry("line", 3)
        .containsEntry("message", "Error: two [31m lines");
  }

  @Test
  void a_source_that_is_no_javascript_is_refused_with_its_place() {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class,
            () -> scripts.check(1, script("function run(input) {\n  return { x: };\n}")));
    assertThat(problem.code()).isEqualTo(ScriptError.SCRIPT_SYNTAX);
    assertThat(problem.parameters()).containsEntry("line", 2);
    assertThatThrownBy(() -> scripts.check(1, script("const run = 1;")))
        .hasMessageContaining("SCRIPT_NO_RUN");
    scripts.check(1, script("const run = (input) => ({});"));
  }

  @Test
  void rows_are_one_call_and_stay_in_order() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(Map.of("number", BigDecimal.valueOf(i)));
    }
    Script script = script("function run({ number }) { return { number: number.times(2) }; }");
    List<Map<String, @Nullable Object>> results = scripts.run(1, script, rows);
    assertThat(results).hasSize(200);
    assertThat(results.get(199)).containsEntry("number", BigDecimal.valueOf(398));
    rows.add(Map.of());
    assertThatThrownBy(() -> scripts.run(1, script, rows))
        .hasMessageContaining("SCRIPT_TOO_MANY_ROWS");
  }

  @Test
  void what_one_script_leaves_behind_the_next_does_not_find() {
    run("globalThis.left = 1; Object.prototype.left = 2; Array.prototype.map = null; return {};");
    assertThat(run("return { text: typeof left + typeof {}.left + typeof [].map };"))
        .containsEntry("text", "undefinedundefinedfunction");
    Script source = script("let count = 0; function run() { count++; return { number: count }; }");
    scripts.run(1, source, List.of(Map.of()));
    assertThat(scripts.run(1, source, List.of(Map.of())).getFirst())
        .containsEntry("number", BigDecimal.ONE);
  }

  @Test
  void only_a_function_that_is_not_deterministic_knows_clock_and_chance() {
    assertThat(problem("return { text: String(Date.now()) };").code())
        .isEqualTo(ScriptError.SCRIPT_THREW);
    assertThat(run("return { text: new Date('2026-01-31').toISOString().slice(0, 10) };"))
        .containsEntry("text", "2026-01-31");
    Script open =
        new Script(
            "open",
            "function run() { return { flag: Date.now() > 0 && Math.random() < 1 }; }",
            List.of(),
            ALL_TYPES,
            false,
            new Script.Limits(10_000, 1));
    assertThat(scripts.run(1, open, List.of(Map.of())).getFirst()).containsEntry("flag", true);
  }

  @Test
  void a_tenant_waits_for_itself_and_not_for_the_queue_of_another() throws Exception {
    Script slow =
        new Script(
            "slow",
            "function run() { let b = 3n; for (;;) b = b * b; }",
            List.of(),
            List.of(),
            true,
            new Script.Limits(3_000, 1));
    CountDownLatch begun = new CountDownLatch(3);
    List<Thread> greedy = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      greedy.add(
          Thread.startVirtualThread(() -> {
            begun.countDown();
            catchThrowableOfType(
                ProblemException.class, () -> scripts.run(7, slow, List.of(Map.of())));
          }));
    }
    begun.await();
    assertThat(run("return { flag: true };")).containsEntry("flag", true);
    assertThat(greedy.getLast().isAlive() || greedy.getFirst().isAlive()).isTrue();
    for (Thread thread : greedy) {
      thread.join();
    }
  }

  private static String number(String expression) {
    Object value = run("return { number: " + expression + " };").get("number");
    return ((BigDecimal) value).toPlainString();
  }

  private static ProblemException problem(String body) {
    return catchThrowableOfType(ProblemException.class, () -> run(body));
  }

  private static Map<String, @Nullable Object> run(String body) {
    return run(body, new HashMap<>());
  }

  private static Map<String, @Nullable Object> run(String body, Map<String, Object> input) {
    return scripts
        .run(1, script("function run(input) { " + body + "\n}"), List.of(input))
        .getFirst();
  }

  private static Script script(String source) {
    return new Script("fn", source, ALL_TYPES, ALL_TYPES, true, new Script.Limits(10_000, 200));
  }
}
