package dev.huozi.formula.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Functions on numbers. Elementary functions in binary doubles: good to about 1e-14.
final class PlainNumbers {
  static final Set<String> NAMES =
      Set.of(
          "ABS",
          "ROUND",
          "TRUNC",
          "CEILING",
          "FLOOR",
          "MCEILING",
          "MFLOOR",
          "MOD",
          "MAX",
          "MIN",
          "SQRT",
          "EXP",
          "LN",
          "LOG",
          "SIN",
          "COS",
          "TAN",
          "ASIN",
          "ACOS",
          "ATAN",
          "ATAN2",
          "PI",
          "ISNUMBER",
          "VALUE",
          "RMBUPPER");

  /// Those whose result is compared with a tolerance.
  static final Set<String> APPROXIMATE =
      Set.of(
          "SQRT",
          "EXP",
          "LN",
          "LOG",
          "SIN",
          "COS",
          "TAN",
          "ASIN",
          "ACOS",
          "ATAN",
          "ATAN2",
          "PI",
          "DISTANCE");

  private static final BigDecimal TURN =
      new BigDecimal(
          "6.2831853071795864769252867665590057683943387987502116419498891846156328125724179972560696");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private PlainNumbers() {}

  static @Nullable Object call(String name, List<@Nullable Object> arguments) {
    return switch (name) {
      case "PI" -> BigDecimal.valueOf(Math.PI);
      case "ISNUMBER" ->
          arguments.getFirst() instanceof String text && NUMBER.matcher(text).matches();
      case "VALUE" -> value((String) arguments.getFirst());
      case "RMBUPPER" ->
          PlainRenminbi.upper(
              number(arguments, 0), arguments.size() > 1 ? (String) arguments.get(1) : "整");
      case "MAX" ->
          arguments.stream().map(BigDecimal.class::cast).max(BigDecimal::compareTo).orElseThrow();
      case "MIN" ->
          arguments.stream().map(BigDecimal.class::cast).min(BigDecimal::compareTo).orElseThrow();
      case "ROUND" -> places(number(arguments, 0), number(arguments, 1), true);
      case "TRUNC" -> places(number(arguments, 0), number(arguments, 1), false);
      case "MOD" -> mod(number(arguments, 0), number(arguments, 1));
      case "ATAN2" ->
          approximate(
              Math.atan2(number(arguments, 0).doubleValue(), number(arguments, 1).doubleValue()));
      default -> one(name, number(arguments, 0));
    };
  }

  private static BigDecimal number(List<@Nullable Object> arguments, int index) {
    return (BigDecimal) java.util.Objects.requireNonNull(arguments.get(index));
  }

  private static BigDecimal one(String name, BigDecimal x) {
    return switch (name) {
      case "ABS" -> x.signum() < 0 ? x.negate() : x;
      case "CEILING" -> x.signum() < 0 ? floor(x) : ceiling(x);
      case "FLOOR" -> x.signum() < 0 ? ceiling(x) : floor(x);
      case "MCEILING" -> ceiling(x);
      case "MFLOOR" -> floor(x);
      case "SIN", "COS", "TAN" -> approximate(elementary(name, withinTurn(x).doubleValue()));
      default -> approximate(elementary(name, x.doubleValue()));
    };
  }

  /// Without whole turns: a double of a large angle has lost the digits that matter.
  private static BigDecimal withinTurn(BigDecimal angle) {
    return angle.remainder(TURN);
  }

  private static double elementary(String name, double x) {
    return switch (name) {
      case "SQRT" -> Math.sqrt(x);
      case "EXP" -> Math.exp(x);
      case "LN" -> Math.log(x);
      case "LOG" -> Math.log10(x);
      case "SIN" -> Math.sin(x);
      case "COS" -> Math.cos(x);
      case "TAN" -> Math.tan(x);
      case "ASIN" -> Math.asin(x);
      case "ACOS" -> Math.acos(x);
      case "ATAN" -> Math.atan(x);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static BigDecimal approximate(double result) {
    if (Double.isNaN(result) || Double.isInfinite(result)) {
      throw new PlainError("domain");
    }
    return BigDecimal.valueOf(result);
  }

  private static BigDecimal trimmed(BigDecimal x) {
    return x.round(new MathContext(33, RoundingMode.HALF_UP));
  }

  private static BigDecimal floor(BigDecimal x) {
    BigDecimal[] parts = trimmed(x).divideAndRemainder(BigDecimal.ONE);
    return parts[1].signum() < 0 ? parts[0].subtract(BigDecimal.ONE) : parts[0];
  }

  private static BigDecimal ceiling(BigDecimal x) {
    return floor(x.negate()).negate();
  }

  private static BigDecimal mod(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      throw new PlainError("division by zero");
    }
    BigDecimal times = new BigDecimal(a.divide(b, new MathContext(120)).toBigInteger());
    return a.subtract(times.multiply(b));
  }

  /// Shifts the digits before the point, cuts or adds a half and cuts, and shifts back.
  private static BigDecimal places(BigDecimal x, BigDecimal digits, boolean halfUp) {
    int places = PlainTexts.whole(digits);
    if (places > 100) {
      return x;
    }
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-Math.max(places, -400));
    BigDecimal shifted = x.abs().divide(unit, new MathContext(900));
    BigInteger whole = (halfUp ? shifted.add(new BigDecimal("0.5")) : shifted).toBigInteger();
    BigDecimal result = new BigDecimal(whole).multiply(unit);
    return x.signum() < 0 ? result.negate() : result;
  }

  private static BigDecimal value(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new PlainError("not a number");
    }
    BigDecimal value = new BigDecimal(text).round(PlainEvaluator.DIGITS);
    if (value.precision() - value.scale() > 309) {
      throw new PlainError("range");
    }
    return value;
  }
}
