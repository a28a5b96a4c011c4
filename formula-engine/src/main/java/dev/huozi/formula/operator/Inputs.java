package dev.huozi.formula.operator;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.formula.value.FormulaException;
import dev.huozi.formula.value.GeoPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads inputs. An input that is the error of another formula fails with that formula's kind of
/// error.
public final class Inputs {
  private Inputs() {}

  public static @Nullable BigDecimal number(@Nullable Object input) {
    return input instanceof BigDecimal value ? value : input == null ? null : failed(input);
  }

  public static BigDecimal numberOrZero(@Nullable Object input) {
    return input instanceof BigDecimal value
        ? value
        : input == null ? BigDecimal.ZERO : failed(input);
  }

  public static @Nullable String text(@Nullable Object input) {
    if (input instanceof String value) {
      return value.isEmpty() ? null : value;
    }
    return input == null ? null : failed(input);
  }

  public static boolean flag(@Nullable Object input) {
    return input instanceof Boolean value ? value : input != null && Inputs.<Boolean>failed(input);
  }

  public static @Nullable LocalDate date(@Nullable Object input) {
    return input instanceof LocalDate value ? value : input == null ? null : failed(input);
  }

  public static @Nullable Instant datetime(@Nullable Object input) {
    return input instanceof Instant value ? value : input == null ? null : failed(input);
  }

  public static @Nullable LocalTime time(@Nullable Object input) {
    return input instanceof LocalTime value ? value : input == null ? null : failed(input);
  }

  public static @Nullable GeoPoint geo(@Nullable Object input) {
    return input instanceof GeoPoint value ? value : input == null ? null : failed(input);
  }

  public static @Nullable List<?> codes(@Nullable Object input) {
    if (input instanceof List<?> value) {
      return value.isEmpty() ? null : value;
    }
    return input == null ? null : failed(input);
  }

  /// A record id, or anything else that equality is enough for.
  public static @Nullable Object reference(@Nullable Object input) {
    return input instanceof FormulaError ? failed(input) : input;
  }

  private static <T> T failed(Object input) {
    throw FormulaException.of(
        input instanceof FormulaError error ? error.kind() : ErrorKind.BAD_INPUT);
  }
}
