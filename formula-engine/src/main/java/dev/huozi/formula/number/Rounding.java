package dev.huozi.formula.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Rounding to places and to whole numbers. "Half up" is away from zero, for negative numbers too.
///
/// The functions that end in a whole number first round to 33 digits: a third times three is one,
/// and its floor too.
public final class Rounding {
  /// Digits that survive before a number is cut to a whole one.
  private static final MathContext WHOLE = new MathContext(33, RoundingMode.HALF_UP);

  private Rounding() {}

  /// To `places` decimals, halves away from zero; a negative count rounds to tens, hundreds, ….
  public static BigDecimal round(BigDecimal number, int places) {
    return toPlaces(number, places, RoundingMode.HALF_UP);
  }

  /// Cut toward zero after `places` decimals.
  public static BigDecimal trunc(BigDecimal number, int places) {
    return toPlaces(number, places, RoundingMode.DOWN);
  }

  /// The next whole number away from zero.
  public static BigDecimal ceiling(BigDecimal number) {
    return whole(number, RoundingMode.UP);
  }

  /// The next whole number toward zero.
  public static BigDecimal floor(BigDecimal number) {
    return whole(number, RoundingMode.DOWN);
  }

  /// The next whole number upward.
  public static BigDecimal mceiling(BigDecimal number) {
    return whole(number, RoundingMode.CEILING);
  }

  /// The next whole number downward.
  public static BigDecimal mfloor(BigDecimal number) {
    return whole(number, RoundingMode.FLOOR);
  }

  private static BigDecimal toPlaces(BigDecimal number, int places, RoundingMode mode) {
    if (places >= number.scale()) {
      return number;
    }
    if ((long) number.precision() - number.scale() < -(long) places) {
      return BigDecimal.ZERO;
    }
    return Arithmetic.plain(number.setScale(places, mode));
  }

  private static BigDecimal whole(BigDecimal number, RoundingMode mode) {
    if (number.scale() <= 0) {
      return number;
    }
    BigDecimal rounded = number.precision() > WHOLE.getPrecision() ? number.round(WHOLE) : number;
    return Arithmetic.plain(rounded.setScale(0, mode));
  }
}
