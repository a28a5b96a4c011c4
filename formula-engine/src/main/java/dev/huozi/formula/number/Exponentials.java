package dev.huozi.formula.number;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Exponential, logarithms and square root, rounded to 39 digits from about 60: the last digit is
/// the correct one but for a chance of about 10^-15. Arguments are taken to 60 digits. The time is
/// bounded, whatever the argument.
public final class Exponentials {
  private static final BigDecimal LARGEST_POWER = new BigDecimal("709.782712893384");
  private static final BigDecimal SMALLEST_POWER = BigDecimal.valueOf(-922);

  /// How often [#ofSmall] halves its argument before the series and squares after it.
  private static final int HALVINGS = 8;

  /// Arguments of the logarithm that are nearer to one than this go into the series directly.
  private static final BigDecimal NEAR_ONE = new BigDecimal("0.001");

  private Exponentials() {}

  /// e to the power of `number`, by reduction modulo ln 2 and the power series (Brent, "Fast
  /// multiple-precision evaluation of elementary functions", 1976).
  ///
  /// @throws FormulaException `RANGE` for what exceeds the largest binary double, 1.8 * 10^308
  public static BigDecimal exp(BigDecimal number) {
    if (number.compareTo(LARGEST_POWER) > 0) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    if (number.compareTo(SMALLEST_POWER) < 0) {
      return BigDecimal.ZERO;
    }
    FixedPoint argument = FixedPoint.of(number.round(FixedPoint.INPUT), FixedPoint.BITS);
    FixedPoint lnTwo = Constants.lnTwo(FixedPoint.BITS);
    int twos = (int) Math.rint(number.doubleValue() / StrictMath.log(2));
    return ofSmall(argument.minus(lnTwo.times(twos))).decimal(twos);
  }

  /// The natural logarithm. Near one the series of the inverse hyperbolic tangent; elsewhere the
  /// binary logarithm of the processor corrected by one such step, `ln m = y + 2 artanh((m - e^y) /
  /// (m + e^y))`.
  ///
  /// @throws FormulaException `DOMAIN` for zero and negative numbers
  public static BigDecimal ln(BigDecimal number) {
    return logarithm(number).decimal(0);
  }

  /// The logarithm to the base ten; exact for powers of ten.
  ///
  /// @throws FormulaException `DOMAIN` for zero and negative numbers
  public static BigDecimal log(BigDecimal number) {
    FixedPoint natural = logarithm(number);
    FixedPoint ten = Constants.lnTen(FixedPoint.BITS);
    BigInteger quotient = natural.value().shiftLeft(FixedPoint.BITS).divide(ten.value());
    return new FixedPoint(quotient, natural.bits()).decimal(0);
  }

  /// The square root, correctly rounded: the whole root of the number's digits, with a sticky digit
  /// for what is left.
  ///
  /// @throws FormulaException `DOMAIN` for negative numbers
  public static BigDecimal sqrt(BigDecimal number) {
    if (number.signum() < 0) {
      throw FormulaException.of(ErrorKind.DOMAIN);
    }
    BigDecimal root = stickyRoot(number, Arithmetic.DIGITS + 1);
    return root.signum() == 0
        ? BigDecimal.ZERO
        : Arithmetic.bounded(root.round(Arithmetic.CONTEXT).stripTrailingZeros());
  }

  /// The root of a number that is not negative, cut after at least `digits` digits; when it does
  /// not end there, followed by a digit 1, so that rounding sees which side of a half it is on.
  static BigDecimal stickyRoot(BigDecimal number, int digits) {
    if (number.signum() == 0) {
      return BigDecimal.ZERO;
    }
    long places = Math.max(0, 2L * digits + 2 - number.precision());
    if (((number.scale() + places) & 1) != 0) {
      places++;
    }
    BigInteger scaled = number.unscaledValue().multiply(BigInteger.TEN.pow((int) places));
    BigInteger[] root = scaled.sqrtAndRemainder();
    int scale = (int) ((number.scale() + places) / 2);
    BigDecimal cut = new BigDecimal(root[0], scale);
    return root[1].signum() == 0
        ? cut
        : new BigDecimal(root[0].multiply(BigInteger.TEN).add(BigInteger.ONE), scale + 1);
  }

  /// e to a power between about -1/2 and 1/2.
  private static FixedPoint ofSmall(FixedPoint number) {
    FixedPoint reduced = number.shifted(-HALVINGS);
    FixedPoint sum = FixedPoint.one(number.bits());
    FixedPoint term = sum;
    for (int n = 1; !term.isZero() && n < 200; n++) {
      term = term.times(reduced).dividedBy(n);
      sum = sum.plus(term);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.times(sum);
    }
    return sum;
  }

  private static FixedPoint logarithm(BigDecimal number) {
    if (number.signum() <= 0) {
      throw FormulaException.of(ErrorKind.DOMAIN);
    }
    BigDecimal argument = number.round(FixedPoint.INPUT);
    BigDecimal fromOne = argument.subtract(BigDecimal.ONE);
    if (fromOne.signum() == 0) {
      return new FixedPoint(BigInteger.ZERO, FixedPoint.BITS);
    }
    return fromOne.abs().compareTo(NEAR_ONE) < 0 ? nearOne(argument, fromOne) : corrected(argument);
  }

  private static FixedPoint nearOne(BigDecimal argument, BigDecimal fromOne) {
    int bits = FixedPoint.BITS - FixedPoint.exponent(fromOne);
    FixedPoint difference = FixedPoint.of(fromOne, bits);
    return artanh(difference.dividedBy(FixedPoint.of(argument.add(BigDecimal.ONE), bits)))
        .shifted(1);
  }

  private static FixedPoint corrected(BigDecimal argument) {
    int twos = binaryExponent(argument);
    FixedPoint mantissa =
        new FixedPoint(FixedPoint.of(argument, FixedPoint.BITS - twos).value(), FixedPoint.BITS);
    FixedPoint first = FixedPoint.of(StrictMath.log(mantissaOf(mantissa)), FixedPoint.BITS);
    FixedPoint power = ofSmall(first);
    FixedPoint rest = artanh(mantissa.minus(power).dividedBy(mantissa.plus(power))).shifted(1);
    return first.plus(rest).plus(Constants.lnTwo(FixedPoint.BITS).times(twos));
  }

  /// z + z³/3 + z⁵/5 + ….
  private static FixedPoint artanh(FixedPoint z) {
    FixedPoint square = z.times(z);
    FixedPoint power = z;
    FixedPoint sum = z;
    for (int k = 3; !power.isZero() && k < 400; k += 2) {
      power = power.times(square);
      sum = sum.plus(power.dividedBy(k));
    }
    return sum;
  }

  private static double mantissaOf(FixedPoint mantissa) {
    return mantissa.withBits(60).value().doubleValue() * 0x1p-60;
  }

  /// The whole number nearest to the binary logarithm.
  private static int binaryExponent(BigDecimal number) {
    int digits = number.precision() - number.scale();
    double mantissa = number.movePointLeft(digits).doubleValue();
    return (int) Math.rint((StrictMath.log10(mantissa) + digits) * 3.321928094887362);
  }
}
