package dev.huozi.record.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A column's value as text, exactly, and back.
public final class ScalarText {
  private ScalarText() {}

  public static @Nullable String write(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> number.toPlainString();
      case String text -> text;
      default -> value.toString();
    };
  }

  /// @param text what `write` made of a value of that kind
  public static Object read(ColumnKind kind, String text) {
    return switch (kind) {
      case TEXT -> text;
      case NUMERIC -> new BigDecimal(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case INSTANT -> Instant.parse(text);
      case ID -> UUID.fromString(text);
    };
  }
}
