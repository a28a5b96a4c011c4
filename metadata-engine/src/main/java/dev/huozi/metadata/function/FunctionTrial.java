package dev.huozi.metadata.function;

import dev.huozi.formula.script.Script;
import dev.huozi.formula.script.ScriptError;
import dev.huozi.formula.script.ScriptType;
import dev.huozi.formula.script.Scripts;
import dev.huozi.metadata.function.Function.Parameter;
import dev.huozi.metadata.function.Function.Test;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.problem.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Has a function parsed and runs its tests, as one call.
final class FunctionTrial {
  private static final String NONE = "—";

  private final Scripts scripts;
  private final long tenant;

  FunctionTrial(Scripts scripts, long tenant) {
    this.scripts = scripts;
    this.tenant = tenant;
  }

  void run(Function function, Issues issues) {
    Script script = FunctionScripts.script(function);
    List<Test> tests = function.tests();
    try {
      if (tests.isEmpty()) {
        scripts.check(tenant, script);
        return;
      }
      Script.Limits limits = new Script.Limits(script.limits().millis(), tests.size());
      List<Map<String, @Nullable Object>> results =
          scripts.run(
              tenant,
              script.with(limits),
              tests.stream().map(test -> inputs(function, test)).toList());
      for (int i = 0; i < tests.size(); i++) {
        compare(function, tests.get(i), results.get(i), issues);
      }
    } catch (ProblemException problem) {
      if (!(problem.code() instanceof ScriptError)) {
        throw problem;
      }
      issues.add(
          new Issue(
              problem.code(), Severity.ERROR, subject(problem, tests), null, problem.parameters()));
    }
  }

  /// The test that was running when it happened, where that is known.
  private static String subject(ProblemException problem, List<Test> tests) {
    boolean isOfRow =
        problem.code() == ScriptError.SCRIPT_THREW
            || problem.code() == ScriptError.SCRIPT_NO_OBJECT;
    if (isOfRow && problem.parameters().get("row") instanceof Integer row && row <= tests.size()) {
      return "tests." + tests.get(row - 1).name();
    }
    return "source";
  }

  private static Map<String, @Nullable Object> inputs(Function function, Test test) {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (Parameter input : function.inputs()) {
      String text = test.input().getOrDefault(input.name(), "");
      values.put(input.name(), text.isEmpty() ? null : FunctionScripts.type(input).parse(text));
    }
    return values;
  }

  private static void compare(
      Function function, Test test, Map<String, @Nullable Object> result, Issues issues) {
    List<Parameter> named = new ArrayList<>(function.outputs());
    named.removeIf(output -> !test.output().containsKey(output.name()));
    for (Parameter output : named) {
      String text = test.output().getOrDefault(output.name(), "");
      ScriptType type = FunctionScripts.type(output);
      Object expected = text.isEmpty() ? null : type.parse(text);
      Object actual = result.get(output.name());
      if (!isSame(expected, actual)) {
        issues.error(
            FunctionError.FUNCTION_TEST_FAILED,
            "tests." + test.name(),
            "function",
            function.name(),
            "test",
            test.name(),
            "output",
            output.name(),
            "expected",
            shown(expected),
            "actual",
            shown(actual));
      }
    }
  }

  private static boolean isSame(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof BigDecimal one && actual instanceof BigDecimal other) {
      return one.compareTo(other) == 0;
    }
    return expected == null ? actual == null : expected.equals(actual);
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> NONE;
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }
}
