package dev.huozi.formula.number;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The four operations and their kin at 39 significant digits, halves rounded away from zero. An
/// exact result of at most 39 digits stays exact. A number of 10^309 or more is an error, one
/// nearer to zero than 10^-400 is zero: so no chain of operations can make numbers that cost more
/// than a bounded time.
public final class Arithmetic {
  /// Significant digits of every operation.
  public static final int DIGITS = 39;

  /// How every operation rounds.
  public static final MathContext CONTEXT = new MathContext(DIGITS, RoundingMode.HALF_UP);

  /// Numbers have at most this many digits before the point, like binary doubles.
  static final int LARGEST_EXPONENT = 309;

  /// Numbers nearer to zero than 10 to minus this are zero.
  static final int SMALLEST_EXPONENT = 400;

  private static final int POWER_DIGITS = 18;
  private static final double POWER_LIMIT = 64;
  private static final BigDecimal POWER_SMALLEST = BigDecimal.ONE.movePointLeft(DIGITS);
  private static final MathContext POWER_CONTEXT =
      new MathContext(POWER_DIGITS, RoundingMode.HALF_UP);

  /// Scales that differ by less than this are aligned without a thought about cost.
  private static final int NEAR_SCALES = 200;

  private static final BigInteger[] SMALL_POWERS_OF_TEN = smallPowersOfTen();

  private Arithmetic() {}

  public static BigDecimal add(BigDecimal left, BigDecimal right) {
    if (Math.abs((long) left.scale() - right.scale()) > NEAR_SCALES) {
      return bounded(left.add(right, CONTEXT));
    }
    return fit(left.add(right));
  }

  public static BigDecimal subtract(BigDecimal left, BigDecimal right) {
    if (Math.abs((long) left.scale() - right.scale()) > NEAR_SCALES) {
      return bounded(left.subtract(right, CONTEXT));
    }
    return fit(left.subtract(right));
  }

  public static BigDecimal multiply(BigDecimal left, BigDecimal right) {
    return fit(left.multiply(right));
  }

  /// @throws FormulaException `DIVISION_BY_ZERO`
  public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw FormulaException.of(ErrorKind.DIVISION_BY_ZERO);
    }
    if (dividend.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal byTen = byPowerOfTen(dividend, divisor);
    return byTen != null ? fit(byTen) : bounded(dividend.divide(divisor, CONTEXT));
  }

  public static BigDecimal negate(BigDecimal number) {
    return number.negate();
  }

  public static BigDecimal abs(BigDecimal number) {
    return number.abs();
  }

  public static BigDecimal max(BigDecimal left, BigDecimal right) {
    return left.max(right);
  }

  public static BigDecimal min(BigDecimal left, BigDecimal right) {
    return left.min(right);
  }

  /// The remainder of the division that cuts toward zero: it has the sign of the dividend.
  ///
  /// @throws FormulaException `DIVISION_BY_ZERO`
  public static BigDecimal mod(BigDecimal dividend, BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw FormulaException.of(ErrorKind.DIVISION_BY_ZERO);
    }
    return fit(dividend.remainder(divisor));
  }

  /// A power with a whole exponent, to 18 significant digits; nearer to zero than 10^-39 is zero.
  /// `0^0` is 1.
  ///
  /// @throws FormulaException `DOMAIN` when the exponent is not whole, `RANGE` above 10^64,
  ///   `DIVISION_BY_ZERO` for zero to a negative power
  public static BigDecimal power(BigDecimal base, BigDecimal exponent) {
    int whole = wholeExponent(exponent);
    if (base.signum() == 0) {
      if (whole < 0) {
        throw FormulaException.of(ErrorKind.DIVISION_BY_ZERO);
      }
      return whole == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    double magnitude = log10(base) * whole;
    if (magnitude > POWER_LIMIT) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    if (magnitude < -DIGITS - 1) {
      return BigDecimal.ZERO;
    }
    BigDecimal result = base.round(CONTEXT).pow(whole, POWER_CONTEXT);
    return result.abs().compareTo(POWER_SMALLEST) < 0 ? BigDecimal.ZERO : plain(result);
  }

  private static int wholeExponent(BigDecimal exponent) {
    try {
      int whole = exponent.intValueExact();
      if (Math.abs((long) whole) <= 999_999_999) {
        return whole;
      }
    } catch (ArithmeticException _) {
      // not whole, or too large: the same error
    }
    throw FormulaException.of(ErrorKind.DOMAIN);
  }

  /// The decimal logarithm of a magnitude, good to about 15 digits whatever the exponent.
  private static double log10(BigDecimal number) {
    int exponent = number.precision() - number.scale();
    return Math.log10(number.abs().movePointLeft(exponent).doubleValue()) + exponent;
  }

  /// Rounds to 39 digits where needed and keeps to the bounds of numbers.
  static BigDecimal fit(BigDecimal number) {
    return bounded(number.precision() <= DIGITS ? number : number.round(CONTEXT));
  }

  /// Keeps to the bounds of numbers.
  static BigDecimal bounded(BigDecimal number) {
    int scale = number.scale();
    if (scale >= 0 && scale <= SMALLEST_EXPONENT - DIGITS) {
      return number;
    }
    return boundedSlowly(number);
  }

  private static BigDecimal boundedSlowly(BigDecimal number) {
    if (!isInRange(number)) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    boolean vanishes = number.signum() == 0 || digitsBeforePoint(number) < -SMALLEST_EXPONENT;
    return vanishes ? BigDecimal.ZERO : plain(number);
  }

  /// Whether the magnitude is below 10^309.
  static boolean isInRange(BigDecimal number) {
    return number.signum() == 0 || digitsBeforePoint(number) <= LARGEST_EXPONENT;
  }

  private static long digitsBeforePoint(BigDecimal number) {
    return (long) number.precision() - number.scale();
  }

  /// Without a negative scale, so that the value prints and compares as people write it.
  static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /// The exact quotient when the divisor is a power of ten (percents, cents): the point moves; null
  /// otherwise.
  private static @Nullable BigDecimal byPowerOfTen(BigDecimal dividend, BigDecimal divisor) {
    int digits = divisor.precision();
    if (digits > SMALL_POWERS_OF_TEN.length || divisor.signum() < 0) {
      return null;
    }
    if (!divisor.unscaledValue().equals(SMALL_POWERS_OF_TEN[digits - 1])) {
      return null;
    }
    return plain(dividend.movePointLeft(digits - 1 - divisor.scale()));
  }

  private static BigInteger[] smallPowersOfTen() {
    BigInteger[] powers = new BigInteger[10];
    powers[0] = BigInteger.ONE;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1].multiply(BigInteger.TEN);
    }
    return powers;
  }
}
