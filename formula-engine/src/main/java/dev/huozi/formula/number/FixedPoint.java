package dev.huozi.formula.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// A number as a whole multiple of 2^-bits: the arithmetic inside the series of [Exponentials] and
/// [Trigonometry]. A product is one multiplication and one shift, which makes 60 digits about as
/// cheap as they can be in pure Java.
///
/// @param value the multiple
/// @param bits the fraction bits
record FixedPoint(BigInteger value, int bits) {
  /// Fraction bits for a result of about one: 39 digits are 130 bits, the rest guards against the
  /// rounding of the steps.
  static final int BITS = 220;

  /// Digits to which inputs are taken: more than an operation can yield, and still bounded.
  static final MathContext INPUT = new MathContext(60, RoundingMode.HALF_EVEN);

  /// The nearest multiple of 2^-bits.
  static FixedPoint of(BigDecimal number, int bits) {
    BigInteger numerator = number.unscaledValue();
    BigInteger denominator = BigInteger.ONE;
    if (number.scale() >= 0) {
      denominator = BigInteger.TEN.pow(number.scale());
    } else {
      numerator = numerator.multiply(BigInteger.TEN.pow(-number.scale()));
    }
    int shift = bits + 1;
    BigInteger twice =
        shift >= 0
            ? numerator.shiftLeft(shift).divide(denominator)
            : numerator.divide(denominator.shiftLeft(-shift));
    return new FixedPoint(twice.add(BigInteger.ONE).shiftRight(1), bits);
  }

  static FixedPoint of(double number, int bits) {
    return of(new BigDecimal(number), bits);
  }

  static FixedPoint one(int bits) {
    return new FixedPoint(BigInteger.ONE.shiftLeft(bits), bits);
  }

  /// This number times 2^exponent, as the decimal of 39 digits nearest to it.
  BigDecimal decimal(int exponent) {
    int shift = bits - exponent;
    BigDecimal number =
        shift <= 0
            ? new BigDecimal(value.shiftLeft(-shift)).round(Arithmetic.CONTEXT)
            : new BigDecimal(value)
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(shift)), Arithmetic.CONTEXT);
    return number.signum() == 0 ? BigDecimal.ZERO : Arithmetic.bounded(number.stripTrailingZeros());
  }

  FixedPoint plus(FixedPoint other) {
    return new FixedPoint(value.add(other.value), bits);
  }

  FixedPoint minus(FixedPoint other) {
    return new FixedPoint(value.subtract(other.value), bits);
  }

  FixedPoint times(FixedPoint other) {
    return new FixedPoint(value.multiply(other.value).shiftRight(bits), bits);
  }

  FixedPoint times(long factor) {
    return new FixedPoint(value.multiply(BigInteger.valueOf(factor)), bits);
  }

  FixedPoint dividedBy(FixedPoint other) {
    return new FixedPoint(value.shiftLeft(bits).divide(other.value), bits);
  }

  FixedPoint dividedBy(long divisor) {
    return new FixedPoint(value.divide(BigInteger.valueOf(divisor)), bits);
  }

  FixedPoint negated() {
    return new FixedPoint(value.negate(), bits);
  }

  /// This number times 2^exponent.
  FixedPoint shifted(int exponent) {
    return new FixedPoint(value.shiftLeft(exponent), bits);
  }

  /// The same number with fewer or more fraction bits.
  FixedPoint withBits(int wanted) {
    return wanted == bits ? this : new FixedPoint(value.shiftLeft(wanted - bits), wanted);
  }

  boolean isZero() {
    return value.signum() == 0;
  }

  /// A lower bound of the position of the first binary digit, at most four too low: 0 for 1 to 2,
  /// -1 for 0.5 to 1, ….
  static int exponent(BigDecimal number) {
    double digits = (double) number.precision() - number.scale() - 1;
    return (int) Math.floor(digits * 3.321928094887362);
  }
}
