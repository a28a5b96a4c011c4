package dev.huozi.formula.eval;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.CheckResult;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.time.CalendarTable;
import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.formula.value.GeoPoint;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Runs generated formulas in three ways (compiled, interpreted, plain) and compares.
final class GeneratedCases {
  static final Instant NOW = Instant.parse("2024-05-15T20:30:00Z");
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final FormulaError ERROR = new FormulaError(ErrorKind.DOMAIN, 0, 1);
  private static final Pattern APPROXIMATE =
      Pattern.compile(
          "\\b(" + String.join("|", PlainNumbers.APPROXIMATE) + ")\\(", Pattern.CASE_INSENSITIVE);

  private final GeneratedScope scope = new GeneratedScope();
  private final EvaluationContext context =
      new EvaluationContext(NOW, ZONE, Locale.US, Map.of("cn", calendar()), "cn");
  private final Random random;

  GeneratedCases(Random random) {
    this.random = random;
  }

  private static CalendarTable calendar() {
    Map<LocalDate, Boolean> exceptions = new HashMap<>();
    PlainDates.HOLIDAYS.forEach(day -> exceptions.put(day, false));
    PlainDates.MAKE_UP.forEach(day -> exceptions.put(day, true));
    return new CalendarTable(
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), exceptions, Integer.MAX_VALUE);
  }

  /// What happened, for counting; a description of the difference when there is one.
  ///
  /// @param outcome VALUE, BLANK, ERROR, or INVALID when the formula does not compile
  record Result(String outcome, @Nullable String difference) {}

  Result run(String source, BlankMode mode) {
    CheckResult checked = Formulas.check(source, scope, FormulaOptions.any(mode));
    CheckedFormula formula = checked.formula();
    if (formula == null) {
      return new Result("INVALID", null);
    }
    @Nullable Object[] inputs =
        formula.inputs().stream().<@Nullable Object>map(this::input).toArray();
    context.renewBudget();
    Object compiled = CompiledFormula.of(formula).evaluate(inputs, context);
    context.renewBudget();
    Object interpreted =
        new Interpreter(formula.expression(), new Structure(formula.expression()))
            .run(inputs, context);
    String plain = plain(formula, inputs);
    boolean same =
        agrees(source, compiled, plain, formula, inputs)
            && show(compiled).equals(show(interpreted));
    String outcome =
        compiled == null ? "BLANK" : compiled instanceof FormulaError ? "ERROR" : "VALUE";
    return new Result(
        outcome,
        same
            ? null
            : "%s in mode %s on %s: compiled %s, interpreted %s, plain %s"
                .formatted(
                    source,
                    mode,
                    List.of(java.util.Arrays.toString(inputs)),
                    show(compiled),
                    show(interpreted),
                    plain));
  }

  private String plain(CheckedFormula formula, @Nullable Object[] inputs) {
    try {
      return show(new PlainEvaluator(inputs, NOW, ZONE).value(formula.expression()));
    } catch (PlainError | ArithmeticException e) {
      return "error";
    }
  }

  private boolean agrees(
      String source,
      @Nullable Object compiled,
      String plain,
      CheckedFormula formula,
      @Nullable Object[] inputs) {
    if (show(compiled).equals(plain)) {
      return true;
    }
    return APPROXIMATE.matcher(source).find()
        && compiled instanceof BigDecimal number
        && near(number, plain, formula, inputs);
  }

  private static boolean near(
      BigDecimal number, String plain, CheckedFormula formula, @Nullable Object[] inputs) {
    try {
      double expected = Double.parseDouble(plain);
      double actual = number.doubleValue();
      return Math.abs(expected - actual)
          <= 1e-11 * Math.max(1, Math.max(Math.abs(expected), Math.abs(actual)));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  static String show(@Nullable Object value) {
    return switch (value) {
      case null -> "blank";
      case FormulaError _, SiteError _ -> "error";
      case BigDecimal number ->
          number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      case String text -> "\"" + text + "\"";
      case GeoPoint point -> show(point.latitude()) + ";" + show(point.longitude());
      default -> value.toString();
    };
  }

  /// The first field of a type has a value, the second a blank, the third an error.
  private @Nullable Object input(CheckedFormula.Input input) {
    return valueOf(((CheckedFormula.Input.FieldValue) input).path());
  }

  @Nullable Object valueOf(FieldPath path) {
    return switch (path.last().name().charAt(1)) {
      case '2' -> random.nextBoolean() && path.last().name().startsWith("t") ? "" : null;
      case '3' -> ERROR;
      default -> value(path.last().name().charAt(0));
    };
  }

  private Object value(char letter) {
    return switch (letter) {
      case 'n' -> new BigDecimal(pick("5", "-2.75", "0", "1000", "3.14159", "42", "0.001"));
      case 'c' -> new BigDecimal(pick("12.50", "99999.99", "-0.01", "7"));
      case 'p' -> new BigDecimal(pick("0.125", "1", "0.0025"));
      case 't' -> pick("abc", "Hello World", "盒马鲜生", "a𠮷b", "12.5", "2024-2-29", "X");
      case 'b' -> random.nextBoolean();
      case 'd' -> LocalDate.parse(pick("2024-02-29", "2023-12-31", "2024-05-01", "2000-01-01"));
      case 'x' ->
          Instant.parse(
              pick("2024-02-29T16:30:00Z", "2023-12-31T23:59:59.500Z", "2000-01-01T00:00:00Z"));
      case 'm' -> LocalTime.parse(pick("00:00", "23:59:59.999", "12:30:15.250"));
      case 'k' -> pick("A", "B", "C");
      case 's' -> random.nextBoolean() ? List.of("A", "C") : List.of("B");
      case 'g' ->
          new GeoPoint(
              new BigDecimal(pick("31.23", "-33.9", "0")),
              new BigDecimal(pick("121.47", "151.2", "0")));
      case 'r' -> UUID.nameUUIDFromBytes(new byte[] {(byte) random.nextInt(2)});
      default -> throw new IllegalArgumentException("No such field (%s).".formatted(letter));
    };
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }
}
