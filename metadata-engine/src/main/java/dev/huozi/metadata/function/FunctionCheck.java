package dev.huozi.metadata.function;

import dev.huozi.formula.script.Script;
import dev.huozi.formula.script.ScriptError;
import dev.huozi.formula.script.ScriptType;
import dev.huozi.formula.script.Scripts;
import dev.huozi.metadata.function.Function.Parameter;
import dev.huozi.metadata.function.Function.Test;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.TextCheck;
import dev.huozi.platform.problem.Issues;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can be seen in a function without running it.
final class FunctionCheck {
  private static final int MAX_TESTS = 50;

  private final Function function;
  private final Issues issues;

  FunctionCheck(Function function, Issues issues) {
    this.function = function;
    this.issues = issues;
  }

  void check() {
    parameters(function.inputs(), "inputs");
    parameters(function.outputs(), "outputs");
    if (function.outputs().isEmpty()) {
      issues.error(FunctionError.FUNCTION_OUTPUTS, "outputs", "function", function.name());
    }
    if (function.source().length() > Scripts.MAX_SOURCE) {
      issues.error(
          ScriptError.SCRIPT_TOO_LONG,
          "source",
          "function",
          function.name(),
          "length",
          function.source().length(),
          "maximum",
          Scripts.MAX_SOURCE);
    }
    Function.Limits limits = function.limits();
    if (limits != null) {
      limit("limits.ms", limits.ms(), Script.Limits.MOST.millis());
      limit("limits.rows", limits.rows(), Script.Limits.MOST.rows());
    }
    if (function.tests().size() > MAX_TESTS) {
      issues.error(
          FunctionError.FUNCTION_TESTS,
          "tests",
          "count",
          function.tests().size(),
          "maximum",
          MAX_TESTS);
    }
    Set<String> names = new HashSet<>();
    for (Test test : function.tests()) {
      test(test, names);
    }
  }

  private void parameters(List<Parameter> parameters, String path) {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : parameters) {
      String at = path + "." + parameter.name();
      ApiName.check(parameter.name(), at, issues);
      TextCheck.label(parameter.label(), at + ".label", issues);
      if (!names.add(ApiName.key(parameter.name()))) {
        issues.error(MetadataError.ITEM_DUPLICATE, at, "name", parameter.name());
      }
      if (ScriptType.find(parameter.type()) == null) {
        issues.error(
            FunctionError.FUNCTION_TYPE,
            at + ".type",
            "type",
            parameter.type(),
            "choices",
            ScriptType.words());
      }
    }
  }

  private void limit(String path, @Nullable Integer value, int most) {
    if (value != null && (value < 1 || value > most)) {
      issues.error(FunctionError.FUNCTION_LIMIT, path, "value", value, "maximum", most);
    }
  }

  private void test(Test test, Set<String> names) {
    String path = "tests." + test.name();
    if (!names.add(test.name())) {
      issues.error(MetadataError.ITEM_DUPLICATE, path, "name", test.name());
    }
    values(test.input(), function.inputs(), path + ".input");
    values(test.output(), function.outputs(), path + ".output");
  }

  private void values(Map<String, String> values, List<Parameter> parameters, String path) {
    values.forEach((name, text) -> {
      String at = path + "." + name;
      Parameter found = Function.find(parameters, name);
      if (found == null) {
        issues.error(
            FunctionError.FUNCTION_PARAMETER,
            at,
            "name",
            name,
            "choices",
            parameters.stream().map(Parameter::name).toList());
        return;
      }
      ScriptType type = ScriptType.find(found.type());
      if (type != null && !text.isEmpty() && type.parse(text) == null) {
        issues.error(
            FunctionError.FUNCTION_VALUE, at, "name", name, "type", found.type(), "value", text);
      }
    });
  }
}
