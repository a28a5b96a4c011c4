package dev.huozi.formula.eval;

import dev.huozi.formula.value.GeoPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The functions once more, by name, in the most obvious way. Chapters are split over three
/// classes.
final class PlainFunctions {
  private final Instant now;
  private final ZoneId zone;

  PlainFunctions(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  @Nullable Object call(String name, List<@Nullable Object> arguments) {
    if (PlainNumbers.NAMES.contains(name)) {
      return PlainNumbers.call(name, arguments);
    }
    if (PlainTexts.NAMES.contains(name)) {
      return PlainTexts.call(name, arguments);
    }
    if (PlainDates.NAMES.contains(name)) {
      return PlainDates.call(name, arguments, now, zone);
    }
    return switch (name) {
      case "PICKLISTCOUNT" ->
          arguments.getFirst() instanceof List<?> codes
              ? BigDecimal.valueOf(codes.size())
              : BigDecimal.ZERO;
      case "GEOLOCATION" ->
          point((BigDecimal) arguments.getFirst(), (BigDecimal) arguments.getLast());
      case "DISTANCE" -> distance(arguments);
      default ->
          throw new IllegalArgumentException(
              "The plain evaluator lacks function (%s).".formatted(name));
    };
  }

  static boolean knows(String name) {
    return PlainNumbers.NAMES.contains(name)
        || PlainTexts.NAMES.contains(name)
        || PlainDates.NAMES.contains(name)
        || List.of("PICKLISTCOUNT", "GEOLOCATION", "DISTANCE").contains(name);
  }

  private static GeoPoint point(BigDecimal latitude, BigDecimal longitude) {
    boolean onEarth =
        latitude.abs().intValue() <= 90
            && latitude.abs().compareTo(BigDecimal.valueOf(90)) <= 0
            && longitude.abs().compareTo(BigDecimal.valueOf(180)) <= 0;
    if (!onEarth) {
      throw new PlainError("not on earth");
    }
    return new GeoPoint(latitude, longitude);
  }

  /// The chord through the earth turned into an arc.
  private static BigDecimal distance(List<@Nullable Object> arguments) {
    double[] a = vector((GeoPoint) arguments.get(0));
    double[] b = vector((GeoPoint) arguments.get(1));
    double chord = Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
    double angle = 2 * Math.asin(Math.min(1, chord / 2));
    String unit = String.valueOf(arguments.get(2)).toLowerCase(java.util.Locale.ROOT);
    return BigDecimal.valueOf(
        unit.equals("km")
            ? angle * 6371.009
            : unit.equals("m") ? angle * 6371009 : angle * 3958.761);
  }

  private static double[] vector(GeoPoint point) {
    double latitude = Math.toRadians(point.latitude().doubleValue());
    double longitude = Math.toRadians(point.longitude().doubleValue());
    return new double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }

  private static double square(double x) {
    return x * x;
  }

  static LocalDate day(long epochDay) {
    if (epochDay < -719_162 || epochDay > 2_932_896) {
      throw new PlainError("no such day");
    }
    return LocalDate.ofEpochDay(epochDay);
  }

  static Instant moment(Instant moment) {
    day(Math.floorDiv(moment.getEpochSecond(), 86_400L));
    return moment;
  }

  static long millis(LocalTime time) {
    return time.toNanoOfDay() / 1_000_000;
  }
}
