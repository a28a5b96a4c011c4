package dev.huozi.formula.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.platform.problem.ErrorCode;
import dev.huozi.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything that is known to break out of script engines or to bring them down ends with an error
/// of ours, and the next script runs.
@Tag("fast")
class ScriptProbesTest {
  private static final Script.Parameter NUMBER = new Script.Parameter("n", ScriptType.NUMBER);
  private static final Script.Parameter TEXT = new Script.Parameter("x", ScriptType.TEXT);

  /// The ends of a bomb. Ends by the server's own fault are not among them.
  private static final Set<ScriptError> ENDS =
      EnumSet.of(
          ScriptError.SCRIPT_THREW,
          ScriptError.SCRIPT_TIME,
          ScriptError.SCRIPT_STATEMENTS,
          ScriptError.SCRIPT_MEMORY,
          ScriptError.SCRIPT_NO_OBJECT);

  private static Scripts scripts;

  @BeforeAll
  static void open() {
    scripts =
        new Scripts(
            new ScriptSettings(1, 1, 16, Duration.ofMinutes(1), 96, Duration.ofMinutes(10)));
  }

  @AfterAll
  static void close() {
    scripts.close();
  }

  static List<String> escapes() throws IOException {
    return lines("escapes");
  }

  static List<String> bombs() throws IOException {
    return lines("bombs");
  }

  static List<String> moreBombs() throws IOException {
    return lines("more_bombs");
  }

  @ParameterizedTest
  @MethodSource("escapes")
  void no_script_reaches_what_is_outside(String body) {
    ErrorCode code = end(body, 10_000);
    assertThat(code).isInstanceOf(ScriptError.class);
    assertThat(code)
        .isNotIn(
            ScriptError.SCRIPT_CRASHED, ScriptError.SCRIPT_UNAVAILABLE, ScriptError.SCRIPT_BUSY);
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void a_bomb_ends_and_the_next_script_runs_in_a_clean_world(String body) {
    assertThat(end(body, 400)).isIn(ENDS);
    assertThat(run("return { x: 'n ' + String(input.n) };", 10_000)).isEqualTo("n 1.50");
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("moreBombs")
  void other_bombs_end_too(String body) {
    a_bomb_ends_and_the_next_script_runs_in_a_clean_world(body);
  }

  private static ErrorCode end(String body, int millis) {
    ProblemException problem =
        catchThrowableOfType(ProblemException.class, () -> run(body, millis));
    assertThat(problem).as("the end of (%s)", body).isNotNull();
    return problem.code();
  }

  private static Object run(String body, int millis) {
    Script script =
        new Script(
            "probe",
            "function run(input) { " + body + "\n}",
            List.of(NUMBER),
            List.of(TEXT),
            true,
            new Script.Limits(millis, 10));
    Map<String, Object> row = Map.of("n", new BigDecimal("1.50"));
    return scripts.run(1, script, List.of(row)).getFirst().get("x");
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = ScriptProbesTest.class.getResourceAsStream("/script/" + name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
