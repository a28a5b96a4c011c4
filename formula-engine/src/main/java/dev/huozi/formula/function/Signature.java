package dev.huozi.formula.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way to call a function.
///
/// @param repeats what happens with the last parameter
/// @param kernel null only for special forms
public record Signature(
    List<Parameter> parameters,
    Repeat repeats,
    ResultType result,
    BlankRule blanks,
    @Nullable Kernel kernel) {
  public Signature {
    parameters = List.copyOf(parameters);
  }

  /// How often the last parameter may stand.
  public enum Repeat {
    /// Once.
    ONCE,
    /// Once or more; the kernel takes the last ones as an array.
    ARRAY,
    /// Once or more; the kernel takes two and is applied from left to right: `f(f(a, b), c)`. The
    /// only parameter.
    FOLD
  }

  /// A strict function: blank if an argument is.
  public static Signature propagating(ResultType result, Kernel kernel, Parameter... parameters) {
    return new Signature(List.of(parameters), Repeat.ONCE, result, BlankRule.PROPAGATE, kernel);
  }

  /// The kernel deals with blanks and may return one.
  public static Signature blankAware(ResultType result, Kernel kernel, Parameter... parameters) {
    return new Signature(List.of(parameters), Repeat.ONCE, result, BlankRule.KERNEL, kernel);
  }

  /// The kernel deals with blanks and always has a value.
  public static Signature neverBlank(ResultType result, Kernel kernel, Parameter... parameters) {
    return new Signature(List.of(parameters), Repeat.ONCE, result, BlankRule.NEVER_BLANK, kernel);
  }

  /// Documents a special form.
  public static Signature form(ResultType result, Repeat repeats, Parameter... parameters) {
    return new Signature(List.of(parameters), repeats, result, BlankRule.KERNEL, null);
  }

  /// The same signature whose last parameter repeats.
  public Signature repeating(Repeat how) {
    return new Signature(parameters, how, result, blanks, kernel);
  }

  public boolean acceptsCount(int arguments) {
    return repeats == Repeat.ONCE ? arguments == parameters.size() : arguments >= parameters.size();
  }

  /// The parameter for the argument at `index`.
  public Parameter parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }
}
