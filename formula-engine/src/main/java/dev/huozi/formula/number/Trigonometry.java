package dev.huozi.formula.number;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Angles in radians: sine, cosine, tangent and their inverses, rounded to 39 digits from about 60
/// like [Exponentials], near zeros and poles too. Arguments are taken to 60 digits. The time is
/// bounded.
public final class Trigonometry {
  private static final BigDecimal PI = Constants.pi(FixedPoint.BITS).decimal(0);

  /// Below this the series of the inverse tangent converges fast enough by itself.
  private static final BigDecimal SMALL = new BigDecimal("0.001");

  private Trigonometry() {}

  /// Pi to 39 digits.
  public static BigDecimal pi() {
    return PI;
  }

  public static BigDecimal sin(BigDecimal angle) {
    if (angle.signum() == 0) {
      return BigDecimal.ZERO;
    }
    Reduced reduced = reduce(angle);
    FixedPoint value = (reduced.quadrant & 1) == 0 ? sine(reduced.rest) : cosine(reduced.rest);
    return (reduced.quadrant < 2 ? value : value.negated()).decimal(0);
  }

  public static BigDecimal cos(BigDecimal angle) {
    if (angle.signum() == 0) {
      return BigDecimal.ONE;
    }
    Reduced reduced = reduce(angle);
    FixedPoint value = (reduced.quadrant & 1) == 0 ? cosine(reduced.rest) : sine(reduced.rest);
    boolean negative = reduced.quadrant == 1 || reduced.quadrant == 2;
    return (negative ? value.negated() : value).decimal(0);
  }

  public static BigDecimal tan(BigDecimal angle) {
    if (angle.signum() == 0) {
      return BigDecimal.ZERO;
    }
    Reduced reduced = reduce(angle);
    FixedPoint sine = sine(reduced.rest);
    FixedPoint cosine = cosine(reduced.rest);
    FixedPoint value =
        (reduced.quadrant & 1) == 0 ? sine.dividedBy(cosine) : cosine.dividedBy(sine).negated();
    return value.decimal(0);
  }

  /// @throws FormulaException `DOMAIN` outside -1 to 1
  public static BigDecimal asin(BigDecimal sine) {
    return atan2(sine, leg(sine));
  }

  /// @throws FormulaException `DOMAIN` outside -1 to 1
  public static BigDecimal acos(BigDecimal cosine) {
    return atan2(leg(cosine), cosine);
  }

  public static BigDecimal atan(BigDecimal tangent) {
    return atan2(tangent, BigDecimal.ONE);
  }

  /// The angle of the point (`x`, `y`) as seen from the origin, -pi to pi; 0 at the origin itself.
  public static BigDecimal atan2(BigDecimal y, BigDecimal x) {
    if (y.signum() == 0) {
      return x.signum() < 0 ? PI : BigDecimal.ZERO;
    }
    FixedPoint angle = angle(y.abs(), x);
    return (y.signum() < 0 ? angle.negated() : angle).decimal(0);
  }

  /// The other leg of a right triangle with hypotenuse one.
  private static BigDecimal leg(BigDecimal side) {
    BigDecimal rounded = side.round(FixedPoint.INPUT);
    BigDecimal square = BigDecimal.ONE.subtract(rounded.multiply(rounded));
    if (square.signum() < 0) {
      throw FormulaException.of(ErrorKind.DOMAIN);
    }
    return Exponentials.stickyRoot(square, FixedPoint.INPUT.getPrecision());
  }

  /// For y above zero; from 0 to pi.
  private static FixedPoint angle(BigDecimal y, BigDecimal x) {
    BigDecimal width = x.abs();
    if (y.compareTo(width) > 0) {
      FixedPoint rest = inverseTangent(width.divide(y, FixedPoint.INPUT)).withBits(FixedPoint.BITS);
      FixedPoint quarter = Constants.pi(FixedPoint.BITS).shifted(-1);
      return x.signum() < 0 ? quarter.plus(rest) : quarter.minus(rest);
    }
    FixedPoint rest = inverseTangent(y.divide(width, FixedPoint.INPUT));
    return x.signum() < 0
        ? Constants.pi(FixedPoint.BITS).minus(rest.withBits(FixedPoint.BITS))
        : rest;
  }

  /// For 0 to 1: the processor's binary value corrected by one step of the series, `atan t = y +
  /// atan((t cos y - sin y) / (cos y + t sin y))`.
  private static FixedPoint inverseTangent(BigDecimal tangent) {
    if (tangent.signum() == 0) {
      return new FixedPoint(BigInteger.ZERO, FixedPoint.BITS);
    }
    if (tangent.compareTo(SMALL) < 0) {
      return arctan(FixedPoint.of(tangent, FixedPoint.BITS - FixedPoint.exponent(tangent)));
    }
    FixedPoint t = FixedPoint.of(tangent, FixedPoint.BITS);
    FixedPoint first = FixedPoint.of(StrictMath.atan(tangent.doubleValue()), FixedPoint.BITS);
    FixedPoint sine = sine(first);
    FixedPoint cosine = cosine(first);
    FixedPoint rest = t.times(cosine).minus(sine).dividedBy(cosine.plus(t.times(sine)));
    return first.plus(arctan(rest));
  }

  /// z - z³/3 + z⁵/5 - ….
  private static FixedPoint arctan(FixedPoint z) {
    FixedPoint square = z.times(z).negated();
    FixedPoint power = z;
    FixedPoint sum = z;
    for (int k = 3; !power.isZero() && k < 400; k += 2) {
      power = power.times(square);
      sum = sum.plus(power.dividedBy(k));
    }
    return sum;
  }

  /// z - z³/3! + z⁵/5! - …, for at most a quarter of pi.
  private static FixedPoint sine(FixedPoint z) {
    return alternating(z, z, 2);
  }

  /// 1 - z²/2! + z⁴/4! - …, for at most a quarter of pi.
  private static FixedPoint cosine(FixedPoint z) {
    return alternating(FixedPoint.one(z.bits()), z, 1);
  }

  private static FixedPoint alternating(FixedPoint start, FixedPoint z, int firstDivisor) {
    FixedPoint square = z.times(z).negated();
    FixedPoint term = start;
    FixedPoint sum = start;
    for (long k = firstDivisor; !term.isZero() && k < 400; k += 2) {
      term = term.times(square).dividedBy(k * (k + 1));
      sum = sum.plus(term);
    }
    return sum;
  }

  /// The angle less the nearest multiple of a quarter turn, with as many bits as pi must have for
  /// it (Payne and Hanek, "Radian reduction for trigonometric functions", 1983): as many again when
  /// the rest turns out to be small.
  private static Reduced reduce(BigDecimal angle) {
    BigDecimal rounded = angle.round(FixedPoint.INPUT);
    int whole = Math.max(0, FixedPoint.exponent(rounded) + 5);
    Reduced first = reduce(rounded, whole, FixedPoint.BITS);
    int lost = FixedPoint.BITS - first.rest.value().bitLength();
    return lost <= 5 ? first : reduce(rounded, whole, FixedPoint.BITS + lost);
  }

  private static Reduced reduce(BigDecimal angle, int whole, int bits) {
    if (whole + bits > Constants.BITS) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    FixedPoint full = FixedPoint.of(angle, whole + bits);
    FixedPoint quarter = Constants.pi(whole + bits).shifted(-1);
    BigInteger middle = full.value().shiftLeft(1).add(quarter.value());
    BigInteger turns = middle.divide(quarter.value().shiftLeft(1));
    if (middle.signum() < 0) {
      turns = turns.subtract(BigInteger.ONE);
    }
    BigInteger rest = full.value().subtract(turns.multiply(quarter.value()));
    int quadrant = turns.and(BigInteger.valueOf(3)).intValue();
    return new Reduced(new FixedPoint(rest, whole + bits).withBits(bits), quadrant);
  }

  /// @param quadrant how many quarter turns were taken away, modulo four
  private record Reduced(FixedPoint rest, int quadrant) {}
}
