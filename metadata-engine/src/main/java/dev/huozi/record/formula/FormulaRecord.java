package dev.huozi.record.formula;

import dev.huozi.formula.check.WriteFact;
import dev.huozi.record.query.FieldRef;
import org.jspecify.annotations.Nullable;

/// A record as a formula sees it: what it holds, what its references lead to, and what the write
/// does to it. Values have the shapes of `RecordView`, or are a `FormulaError`.
public interface FormulaRecord {
  /// The value of a field of the record or of one that its references lead to.
  @Nullable Object value(FieldRef field);

  /// The value before the write; blank for a new record.
  default @Nullable Object prior(FieldRef field) {
    return value(field);
  }

  /// Whether the write changes the field. Everything that a new record holds is changed.
  default boolean isChanged(FieldRef field) {
    return false;
  }

  /// Something about the write itself.
  default boolean is(WriteFact fact) {
    return false;
  }

  /// A field of whoever asks, or his id for the field `id`.
  @Nullable Object ofUser(FieldRef field);
}
