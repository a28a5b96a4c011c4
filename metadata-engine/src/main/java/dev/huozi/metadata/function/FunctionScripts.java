package dev.huozi.metadata.function;

import dev.huozi.formula.script.Script;
import dev.huozi.formula.script.ScriptType;
import java.util.List;
import java.util.Objects;

/// Turns definitions of functions into scripts that run.
public final class FunctionScripts {
  private FunctionScripts() {}

  /// The script of a function that was checked.
  public static Script script(Function function) {
    return new Script(
        function.name(),
        function.source(),
        parameters(function.inputs()),
        parameters(function.outputs()),
        function.deterministic(),
        limits(function));
  }

  private static List<Script.Parameter> parameters(List<Function.Parameter> parameters) {
    return parameters.stream().map(one -> new Script.Parameter(one.name(), type(one))).toList();
  }

  /// The type of a parameter that was checked.
  public static ScriptType type(Function.Parameter parameter) {
    return Objects.requireNonNull(ScriptType.find(parameter.type()), parameter.type());
  }

  private static Script.Limits limits(Function function) {
    Function.Limits limits = function.limits();
    Script.Limits usual = Script.Limits.STANDARD;
    if (limits == null) {
      return usual;
    }
    Integer ms = limits.ms();
    Integer rows = limits.rows();
    return new Script.Limits(ms == null ? usual.millis() : ms, rows == null ? usual.rows() : rows);
  }
}
