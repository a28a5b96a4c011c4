package dev.huozi.formula.number;

import java.math.BigInteger;

/// Pi and logarithms, to more bits than any argument can need. Computed once, when the class is
/// first used, in less than a millisecond each.
final class Constants {
  /// Enough to reduce an angle of 10^309 (1,030 bits) that comes as near to a multiple of pi/2 as
  /// 60 digits can (200 bits) and keep [FixedPoint#BITS].
  static final int BITS = 2_048;

  private static final FixedPoint PI = machin();
  private static final FixedPoint LN2 = logarithmOfTwo();
  private static final FixedPoint LN10 = LN2.times(3).plus(reciprocalSeries(9, 1).times(2));

  private Constants() {}

  static FixedPoint pi(int bits) {
    return PI.withBits(Math.min(bits, BITS)).withBits(bits);
  }

  static FixedPoint lnTwo(int bits) {
    return LN2.withBits(bits);
  }

  static FixedPoint lnTen(int bits) {
    return LN10.withBits(bits);
  }

  /// Machin 1706: pi = 16 arctan(1/5) - 4 arctan(1/239).
  private static FixedPoint machin() {
    return reciprocalSeries(5, -1).times(16).minus(reciprocalSeries(239, -1).times(4));
  }

  /// ln 2 = 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749), a formula of Machin's kind
  /// (Gourdon and Sebah, "The logarithmic constant").
  private static FixedPoint logarithmOfTwo() {
    return reciprocalSeries(26, 1)
        .times(18)
        .minus(reciprocalSeries(4801, 1).times(2))
        .plus(reciprocalSeries(8749, 1).times(8));
  }

  /// 1/n ± 1/(3n³) + 1/(5n⁵) ± …: artanh(1/n) for sign 1, arctan(1/n) for sign -1.
  private static FixedPoint reciprocalSeries(int n, int sign) {
    BigInteger square = BigInteger.valueOf((long) n * n * sign);
    BigInteger power = BigInteger.ONE.shiftLeft(BITS + 32).divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (long k = 3; power.signum() != 0; k += 2) {
      power = power.divide(square);
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
    }
    return new FixedPoint(sum.shiftRight(32), BITS);
  }
}
