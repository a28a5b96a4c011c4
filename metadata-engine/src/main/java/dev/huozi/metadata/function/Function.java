package dev.huozi.metadata.function;

import dev.huozi.metadata.model.AnyScalar;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.OnByDefault;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function.
///
/// @param deterministic gives the same outputs for the same inputs, always: it knows no clock and
///   no chance
/// @param limits null for the usual ones
/// @param source JavaScript that defines `function run(input)`
public record Function(
    String name,
    LocalizedText label,
    LocalizedText description,
    Language language,
    @OnByDefault boolean deterministic,
    List<Parameter> inputs,
    List<Parameter> outputs,
    @Nullable Limits limits,
    String source,
    List<Test> tests,
    @Nullable String was)
    implements Definition {
  public Function {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    tests = List.copyOf(tests);
  }

  /// What the source is written in.
  public enum Language {
    js
  }

  /// One input or output.
  ///
  /// @param type `text`, `number`, `boolean`, `date` or `datetime`
  public record Parameter(String name, String type, LocalizedText label) {}

  /// What one call may take.
  ///
  /// @param ms time for all rows together
  /// @param rows how many rows in one call
  public record Limits(@Nullable Integer ms, @Nullable Integer rows) {}

  /// Inputs, and what the function must make of them. An input that is not named is blank; an
  /// output that is not named may be anything.
  public record Test(
      String name, @AnyScalar Map<String, String> input, @AnyScalar Map<String, String> output) {}

  /// The parameter of that name, or null.
  public static @Nullable Parameter find(List<Parameter> parameters, String wanted) {
    return parameters.stream().filter(one -> one.name().equals(wanted)).findFirst().orElse(null);
  }
}
