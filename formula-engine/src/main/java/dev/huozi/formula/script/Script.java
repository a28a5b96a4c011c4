package dev.huozi.formula.script;

import java.util.List;

/// A script with all that is needed to run it.
///
/// @param name what messages call it
/// @param source defines `function run(input)`, which returns an object of outputs
/// @param deterministic hides clock and chance from it
public record Script(
    String name,
    String source,
    List<Parameter> inputs,
    List<Parameter> outputs,
    boolean deterministic,
    Limits limits) {
  public Script {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /// The same with other limits.
  public Script with(Limits other) {
    return new Script(name, source, inputs, outputs, deterministic, other);
  }

  /// One input or output.
  public record Parameter(String name, ScriptType type) {}

  /// What one call may take.
  ///
  /// @param millis time of the clock for all rows together
  /// @param rows how many rows in one call
  public record Limits(int millis, int rows) {
    /// Enough for a button.
    public static final Limits STANDARD = new Limits(1_000, 200);

    /// The most that anybody can have.
    public static final Limits MOST = new Limits(10_000, 1_000);
  }
}
