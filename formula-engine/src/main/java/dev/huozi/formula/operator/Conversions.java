package dev.huozi.formula.operator;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Between the shapes that a value has in compiled code.
public final class Conversions {
  private static final int LONG_TEXT = 4_096;
  private static final int LONGEST_TEXT = 1_000_000;
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final BigDecimal SMALLEST = BigDecimal.valueOf(Integer.MIN_VALUE);

  private Conversions() {}

  /// Cut toward zero, clamped to the range.
  public static int toInt(BigDecimal number) {
    if (number.compareTo(LARGEST) >= 0) {
      return Integer.MAX_VALUE;
    }
    return number.compareTo(SMALLEST) <= 0 ? Integer.MIN_VALUE : number.intValue();
  }

  public static int toInt(long number) {
    return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /// "" as blank; long texts cost budget.
  public static @Nullable String text(@Nullable String text, EvaluationContext context) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.length() > LONG_TEXT) {
      charge(text, context);
    }
    return text;
  }

  private static void charge(String text, EvaluationContext context) {
    if (text.length() > LONGEST_TEXT) {
      throw FormulaException.of(ErrorKind.LIMIT);
    }
    context.charge(text.length());
  }
}
