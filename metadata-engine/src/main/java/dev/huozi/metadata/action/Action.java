package dev.huozi.metadata.action;

import dev.huozi.metadata.model.Definition;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A button on the pages of an object's records.
///
/// @param object whose records have it
/// @param steps what it does, one after the other; all of it is stored together, or none of it
public record Action(
    String name,
    LocalizedText label,
    LocalizedText description,
    String object,
    List<Step> steps,
    @Nullable String was)
    implements Definition {
  public Action {
    steps = List.copyOf(steps);
  }

  /// What steps can do.
  public enum StepType {
    /// Calls a function with values of the record and stores what it returns in the record.
    runFunction
  }

  /// One step.
  ///
  /// @param inputs field by input; an input that is not named is blank
  /// @param outputs field by output; an output that is not named is dropped
  public record Step(
      StepType type, String function, Map<String, String> inputs, Map<String, String> outputs) {}
}
