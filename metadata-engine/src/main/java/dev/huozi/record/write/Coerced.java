package dev.huozi.record.write;

import org.jspecify.annotations.Nullable;

/// What became of one property.
sealed interface Coerced {
  /// A value of the field's type; null for blank.
  record Value(@Nullable Object value) implements Coerced {}

  /// A reference that has still to be found.
  record Pending(PendingReference reference) implements Coerced {}

  /// Not acceptable; the scope has an issue that says why.
  record Refused() implements Coerced {}

  Coerced BLANK = new Value(null);
}
