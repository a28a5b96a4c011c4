package dev.huozi.formula.script;

import dev.huozi.formula.script.child.Wire;
import dev.huozi.platform.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks and runs scripts. Blocks while a script runs: never call it inside a transaction.
@Singleton
public final class Scripts implements AutoCloseable {
  /// The longest source.
  public static final int MAX_SOURCE = 100_000;

  private static final int MAX_RESULT = 1_000_000;

  /// About what the interpreter does in a millisecond when it is warm: a loop ends by this before
  /// its process must be killed.
  private static final long STATEMENTS_PER_MILLI = 5_000;

  private final ScriptPool pool;

  /// Starts no process before the first script.
  @Inject
  public Scripts() {
    this(ScriptSettings.standard());
  }

  public Scripts(ScriptSettings settings) {
    this.pool = new ScriptPool(settings);
  }

  /// Whether the source is JavaScript that defines `run`; throws what is wrong with it.
  public void check(long tenant, Script script) {
    ask(tenant, script, Wire.Question.CHECK, "[]");
  }

  /// Calls `run` once for each row, in order. Either all rows succeed, or a problem is thrown.
  ///
  /// @return the outputs of each row; one that the script did not return is not in the map
  public List<Map<String, @Nullable Object>> run(
      long tenant, Script script, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    if (rows.size() > script.limits().rows()) {
      throw new ProblemException(
          ScriptError.SCRIPT_TOO_MANY_ROWS,
          "function",
          script.name(),
          "rows",
          rows.size(),
          "maximum",
          script.limits().rows());
    }
    String text = ask(tenant, script, Wire.Question.RUN, ScriptValues.write(script, rows)).text();
    return ScriptValues.read(script, rows.size(), text);
  }

  private Wire.Answer ask(long tenant, Script script, Wire.Question question, String rows) {
    if (script.source().length() > MAX_SOURCE) {
      throw new ProblemException(
          ScriptError.SCRIPT_TOO_LONG,
          "function",
          script.name(),
          "length",
          script.source().length(),
          "maximum",
          MAX_SOURCE);
    }
    int millis = Math.clamp(script.limits().millis(), 1, Script.Limits.MOST.millis());
    String inputs =
        script.inputs().stream().map(Script.Parameter::name).collect(Collectors.joining("\n"));
    Wire.Answer answer =
        pool.ask(
            tenant,
            new Wire.Request(
                question,
                script.deterministic(),
                millis * STATEMENTS_PER_MILLI,
                MAX_RESULT,
                script.name(),
                script.source(),
                inputs,
                rows),
            millis);
    if (answer.outcome() != Wire.Outcome.DONE) {
      throw problem(script, answer);
    }
    return answer;
  }

  private static ProblemException problem(Script script, Wire.Answer answer) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("function", script.name());
    parameters.put("row", answer.row() + 1);
    parameters.put("line", answer.line());
    parameters.put("column", answer.column());
    parameters.put("message", printable(answer.text()));
    parameters.put("maximum", MAX_RESULT);
    return new ProblemException(code(answer.outcome()), parameters, List.of(), null);
  }

  private static ScriptError code(Wire.Outcome outcome) {
    return switch (outcome) {
      case DONE -> ScriptError.SCRIPT_CRASHED;
      case SYNTAX -> ScriptError.SCRIPT_SYNTAX;
      case NO_RUN -> ScriptError.SCRIPT_NO_RUN;
      case THROWN -> ScriptError.SCRIPT_THREW;
      case STATEMENTS -> ScriptError.SCRIPT_STATEMENTS;
      case MEMORY -> ScriptError.SCRIPT_MEMORY;
      case TOO_LONG -> ScriptError.SCRIPT_RESULT_TOO_LONG;
      case NOT_VALUES -> ScriptError.SCRIPT_NO_OBJECT;
    };
  }

  /// What a script says goes into logs and pages: on one line and without control characters.
  private static String printable(String text) {
    String cut = text.length() > 500 ? text.substring(0, 500) + "…" : text;
    return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  @PreDestroy
  @Override
  public void close() {
    pool.close();
  }
}
