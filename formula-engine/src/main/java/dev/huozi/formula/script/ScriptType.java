package dev.huozi.formula.script;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Types of inputs and outputs. Scripts see numbers as exact `Decimal`s, dates and times as ISO
/// text, blanks as null.
public enum ScriptType {
  TEXT(String.class),
  NUMBER(BigDecimal.class),
  BOOLEAN(Boolean.class),
  DATE(LocalDate.class),
  DATETIME(Instant.class);

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,500}(\\.[0-9]{1,500})?");

  private final Class<?> javaClass;

  ScriptType(Class<?> javaClass) {
    this.javaClass = javaClass;
  }

  /// The type of that word (`number`), or null.
  public static @Nullable ScriptType find(String word) {
    for (ScriptType type : values()) {
      if (type.word().equals(word)) {
        return type;
      }
    }
    return null;
  }

  /// The words of all types.
  public static List<String> words() {
    return Arrays.stream(values()).map(ScriptType::word).toList();
  }

  /// The type's word in definitions and messages.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The value that a person wrote as `text`, or null when it is none of this type.
  public @Nullable Object parse(String text) {
    return switch (this) {
      case TEXT -> text;
      case NUMBER -> read("n", text);
      case BOOLEAN -> text.equals("true") || text.equals("false") ? read("b", text) : null;
      case DATE, DATETIME -> read("s", text);
    };
  }

  /// Whether `value` is one of this type; null is one of every type.
  public boolean accepts(@Nullable Object value) {
    return value == null || javaClass.isInstance(value);
  }

  /// The value of this type that a script wrote as `text`, or null when it is none.
  @Nullable Object read(String tag, String text) {
    return switch (this) {
      case TEXT -> tag.equals("s") ? text : null;
      case NUMBER ->
          tag.equals("n") && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
      case BOOLEAN -> tag.equals("b") ? Boolean.valueOf(text) : null;
      case DATE -> tag.equals("s") ? date(text) : null;
      case DATETIME -> tag.equals("s") ? instant(text) : null;
    };
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
