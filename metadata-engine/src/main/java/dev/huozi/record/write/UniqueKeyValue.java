package dev.huozi.record.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.record.query.ColumnKind;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// The value by which a referenced record is looked for. Only its shape is checked: a value that
/// the field could not hold finds nothing.
final class UniqueKeyValue {
  private static final int MOST_DIGITS = 200;

  private UniqueKeyValue() {}

  /// The value in the shape of the field's column, or null when it cannot be one.
  static @Nullable Object read(JsonNode json, FieldModel key) {
    return switch (ColumnKind.of(key)) {
      case TEXT -> json.isTextual() ? text(json.textValue()) : null;
      case NUMERIC -> json.isNumber() ? number(json.decimalValue()) : null;
      case DATE -> json.isTextual() ? date(json.textValue()) : null;
      case INSTANT -> json.isTextual() ? instant(json.textValue()) : null;
      case BOOLEAN, ID -> null;
    };
  }

  private static @Nullable String text(String given) {
    String text = Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
    return text.isEmpty() || text.indexOf('\0') >= 0 ? null : text;
  }

  private static @Nullable BigDecimal number(BigDecimal given) {
    boolean modest =
        given.precision() <= MOST_DIGITS && Math.abs((long) given.scale()) <= MOST_DIGITS;
    return modest ? given : null;
  }

  private static @Nullable LocalDate date(String given) {
    try {
      return LocalDate.parse(given);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant instant(String given) {
    try {
      return OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
