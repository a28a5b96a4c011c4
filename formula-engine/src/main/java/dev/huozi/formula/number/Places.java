package dev.huozi.formula.number;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import dev.huozi.formula.value.GeoPoint;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Points on the earth and their distances.
public final class Places {
  /// The mean radius of the earth, (2a + b) / 3, as it is commonly rounded in each unit; Salesforce
  /// takes the same.
  private static final double RADIUS_KM = 6_371.009;

  private static final double RADIUS_MI = 3_958.761;
  private static final BigDecimal POLE = BigDecimal.valueOf(90);
  private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);

  /// Binary doubles carry 15 digits; the same digits come out on every machine.
  private static final MathContext DIGITS = new MathContext(15);

  private Places() {}

  /// @throws FormulaException `RANGE` outside -90 to 90 and -180 to 180 degrees
  public static GeoPoint point(BigDecimal latitude, BigDecimal longitude) {
    if (latitude.abs().compareTo(POLE) > 0 || longitude.abs().compareTo(HALF_TURN) > 0) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    return new GeoPoint(latitude, longitude);
  }

  /// The length of the great circle between two points on a sphere, by the haversine formula
  /// (Sinnott, "Virtues of the haversine", 1984), which keeps its digits for near points.
  ///
  /// @param unit `m`, `km` or `mi`
  /// @throws FormulaException `RANGE` for another unit
  public static BigDecimal distance(GeoPoint from, GeoPoint to, String unit) {
    double north = sineOfHalf(to.latitude().subtract(from.latitude()));
    double east = sineOfHalf(to.longitude().subtract(from.longitude()));
    double widths = cosine(from.latitude()) * cosine(to.latitude());
    double haversine = Math.min(1, north * north + widths * east * east);
    double angle = 2 * StrictMath.atan2(Math.sqrt(haversine), Math.sqrt(1 - haversine));
    double distance = angle * radius(unit);
    return distance == 0
        ? BigDecimal.ZERO
        : Arithmetic.plain(new BigDecimal(distance).round(DIGITS).stripTrailingZeros());
  }

  private static double radius(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "m" -> RADIUS_KM * 1_000;
      case "km" -> RADIUS_KM;
      case "mi" -> RADIUS_MI;
      default -> throw FormulaException.of(ErrorKind.RANGE);
    };
  }

  private static double sineOfHalf(BigDecimal degrees) {
    return StrictMath.sin(StrictMath.toRadians(degrees.doubleValue()) / 2);
  }

  private static double cosine(BigDecimal degrees) {
    return StrictMath.cos(StrictMath.toRadians(degrees.doubleValue()));
  }
}
