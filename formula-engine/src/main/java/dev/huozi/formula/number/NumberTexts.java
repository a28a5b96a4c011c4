package dev.huozi.formula.number;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Numbers as text and back.
///
/// A number text is `[+-] digits [. digits] [e [+-] digits]` with at least one digit before the
/// exponent: `1.`, `.5` and `1e3` are numbers; blanks, thousands separators and full-width digits
/// are not.
public final class NumberTexts {
  /// Longer texts are refused before they are read: no number that counts needs as many digits.
  private static final int LONGEST = 1_000;

  private NumberTexts() {}

  /// The number that `text` says.
  ///
  /// @throws FormulaException `NOT_A_NUMBER`, `RANGE` when it is too large
  public static BigDecimal value(String text) {
    if (!isWellFormed(text)) {
      throw FormulaException.of(ErrorKind.NOT_A_NUMBER);
    }
    BigDecimal number = parse(text);
    if (number == null) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    return Arithmetic.fit(number);
  }

  /// Whether [#value] would have a number.
  public static boolean isNumber(@Nullable String text) {
    if (text == null || !isWellFormed(text)) {
      return false;
    }
    BigDecimal number = parse(text);
    return number != null && Arithmetic.isInRange(number);
  }

  /// A well-formed text; null when it is too long or its exponent too large.
  private static @Nullable BigDecimal parse(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /// Plain digits: no exponent, no separators, no trailing zeros.
  public static String text(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    if (number.scale() <= 0) {
      return number.toPlainString();
    }
    return withoutTrailingZeros(number.toPlainString());
  }

  private static String withoutTrailingZeros(String digits) {
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    if (digits.charAt(end - 1) == '.') {
      end--;
    }
    return digits.substring(0, end);
  }

  private static boolean isWellFormed(String text) {
    int length = text.length();
    int at = afterSign(text, 0);
    int whole = afterDigits(text, at);
    int digits = whole - at;
    at = whole;
    if (at < length && text.charAt(at) == '.') {
      int fraction = afterDigits(text, at + 1);
      digits += fraction - at - 1;
      at = fraction;
    }
    if (digits == 0) {
      return false;
    }
    if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int start = afterSign(text, at + 1);
      at = afterDigits(text, start);
      return at > start && at == length;
    }
    return at == length;
  }

  private static int afterSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
  }

  private static int afterDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
