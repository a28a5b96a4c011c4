package dev.huozi.ui.api;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import org.jspecify.annotations.Nullable;

/// Bodies that must be there.
final class Bodies {
  private Bodies() {}

  static <T> T required(@Nullable T body) {
    if (body == null) {
      throw new ProblemException(UiError.BODY_MISSING);
    }
    return body;
  }

  /// The value of a property that must be there and must not be blank.
  static String required(@Nullable String value, String name) {
    if (value == null || value.isBlank()) {
      throw new ProblemException(UiError.PROPERTY_MISSING, "name", name);
    }
    return value;
  }

  /// The same for what is no text.
  static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw new ProblemException(UiError.PROPERTY_MISSING, "name", name);
    }
    return value;
  }
}
