package dev.huozi.formula.check;

import dev.huozi.formula.type.FormulaType;
import java.util.List;

/// A formula that will work.
///
/// @param expression the typed tree
/// @param inputs the fields it reads, each once; an evaluation takes their values in this order
public record CheckedFormula(
    String source, TypedExpr expression, List<Input> inputs, BlankMode blankMode) {
  public CheckedFormula {
    inputs = List.copyOf(inputs);
  }

  public FormulaType type() {
    return expression.type();
  }

  /// One thing that an evaluation needs, at its index in the array of values.
  public sealed interface Input {
    /// The current value of a field.
    record FieldValue(FieldPath path) implements Input {}

    /// The value of a field before the write (PRIORVALUE).
    record PriorValue(FieldPath path) implements Input {}

    /// Whether the write changes a field (ISCHANGED): a Boolean.
    record Changed(FieldPath path) implements Input {}

    /// A fact about the write: a Boolean.
    record Fact(WriteFact fact) implements Input {}
  }
}
