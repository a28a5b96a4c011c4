package dev.huozi.formula.eval;

import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.Parameter;
import dev.huozi.formula.function.ParameterType;
import dev.huozi.formula.function.Signature;
import dev.huozi.formula.syntax.ExprPrinter;
import dev.huozi.formula.type.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes formulas as text: for a family and a class of value (a value, a blank, an error),
/// literals, fields and nested expressions.
final class FormulaGenerator {
  /// What an argument is meant to be.
  enum Kind {
    VALUE,
    BLANK,
    ERROR
  }

  private static final String[] NUMBERS = {
    "0",
    "1",
    "-1",
    "2",
    "3",
    "7",
    "-3",
    "10",
    "100",
    "0.5",
    "-0.5",
    "2.5",
    "-2.5",
    "12.345",
    "-12.345",
    "1234.5",
    "0.1",
    "1/3",
    "20",
    "1000000",
    "123456789.987",
    "99999999999",
    "-7.25",
    "1.005"
  };
  private static final String[] TEXTS = {
    "abc",
    "ABC",
    "Hello World",
    "盒马鲜生",
    "a𠮷b",
    "12.5",
    "-3",
    "1e3",
    "2024-02-29",
    "2024-2-5 9:05:07",
    "10:20:30.456",
    "  padded  ",
    "straße",
    "x",
    "one two-three",
    "[a-c]+",
    "\\\\d+",
    "tr",
    "11010519491231002X",
    "91350100M000100Y43",
    "/a/b",
    "aXbXc",
    "X",
    "Ab1cD"
  };
  private static final String[] DATES = {
    "DATE(2024, 2, 29)",
    "DATE(2024, 1, 31)",
    "DATE(1999, 12, 31)",
    "DATE(2024, 5, 1)",
    "DATE(2023, 2, 28)",
    "DATE(2026, 7, 15)",
    "DATE(2021, 1, 3)"
  };
  private static final String[] MOMENTS = {
    "DATETIMEVALUE(\"2024-02-29 23:59:59\")",
    "DATETIMEVALUE(\"2024-01-01 00:00:00\")",
    "DATETIMEVALUE(\"1999-12-31 12:30:15\")"
  };
  private static final String[] TIMES = {
    "TIMEVALUE(\"23:59:59.999\")", "TIMEVALUE(\"00:00:00.000\")", "TIMEVALUE(\"12:30:15.250\")"
  };

  private final Random random;

  private final boolean fieldsOnly;

  FormulaGenerator(Random random) {
    this(random, false);
  }

  /// @param fieldsOnly whether every value comes from a field, so that nothing is computed before
  ///   the formula runs
  FormulaGenerator(Random random, boolean fieldsOnly) {
    this.random = random;
    this.fieldsOnly = fieldsOnly;
  }

  String argument(Parameter parameter, Kind kind, int depth) {
    if (parameter.type() == ParameterType.TEXT_LITERAL) {
      List<String> allowed = parameter.literals();
      return ExprPrinter.text(allowed.isEmpty() ? "cn" : pick(allowed.toArray(String[]::new)));
    }
    Family family = parameter.type().family();
    return expression(family == null ? Family.NUMERIC : family, kind, depth);
  }

  String expression(Family family, Kind kind, int depth) {
    return switch (kind) {
      case VALUE -> value(family, depth);
      case BLANK -> blank(family);
      case ERROR -> error(family);
    };
  }

  private String value(Family family, int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      return nested(family, depth - 1);
    }
    if (fieldsOnly) {
      return field(family, 3 + random.nextInt(4));
    }
    if (random.nextInt(3) == 0) {
      return field(family, 1);
    }
    return switch (family) {
      case NUMERIC -> pick(NUMBERS);
      case TEXT -> "\"" + pick(TEXTS) + "\"";
      case BOOLEAN -> random.nextBoolean() ? "true" : "(1 < 2)";
      case DATE -> pick(DATES);
      case DATETIME -> pick(MOMENTS);
      case TIME -> pick(TIMES);
      case GEO ->
          "GEOLOCATION(" + (random.nextInt(181) - 90) + ", " + (random.nextInt(361) - 180) + ")";
      case PICKLIST, MULTIPICKLIST, REFERENCE, NULL -> field(family, 1);
    };
  }

  private String blank(Family family) {
    return switch (random.nextInt(3)) {
      case 0 -> "NULL";
      case 1 -> field(family, 2);
      default -> "IF(n1 > 1000000000000, " + field(family, 1) + ", NULL)";
    };
  }

  private String error(Family family) {
    if (random.nextInt(3) == 0) {
      return field(family, 3);
    }
    return switch (family) {
      case NUMERIC -> pick("1 / 0", "VALUE(\"x\")", "SQRT(-1)", "MOD(7, 0)");
      case TEXT -> "TEXT(1 / 0)";
      case BOOLEAN -> "(1 / 0 = 1)";
      case DATE -> pick("DATE(2024, 2, 30)", "DATEVALUE(\"x\")");
      case DATETIME -> "DATETIMEVALUE(\"x\")";
      case TIME -> "TIMEVALUE(\"25:00:00.000\")";
      case GEO -> "GEOLOCATION(91, 0)";
      case PICKLIST, MULTIPICKLIST, REFERENCE, NULL -> field(family, 3);
    };
  }

  private String nested(Family family, int depth) {
    return switch (family) {
      case NUMERIC ->
          switch (random.nextInt(9)) {
            case 0 ->
                "("
                    + any(Family.NUMERIC, depth)
                    + pick(" + ", " - ", " * ", " / ")
                    + any(Family.NUMERIC, depth)
                    + ")";
            case 1 ->
                "IF("
                    + any(Family.BOOLEAN, depth)
                    + ", "
                    + any(Family.NUMERIC, depth)
                    + ", "
                    + any(Family.NUMERIC, depth)
                    + ")";
            case 2 ->
                "CASE("
                    + any(Family.NUMERIC, depth)
                    + ", 1, "
                    + any(Family.NUMERIC, depth)
                    + ", n1, 5, "
                    + any(Family.NUMERIC, depth)
                    + ")";
            case 3 -> "LEN(" + any(Family.TEXT, depth) + ")";
            case 4 -> "(" + any(Family.DATE, depth) + " - " + any(Family.DATE, depth) + ")";
            case 5 -> "-" + any(Family.NUMERIC, 0);
            case 6 ->
                "BLANKVALUE("
                    + any(Family.NUMERIC, depth)
                    + ", "
                    + any(Family.NUMERIC, depth)
                    + ")";
            case 7 ->
                "IFERROR(" + any(Family.NUMERIC, depth) + ", " + any(Family.NUMERIC, depth) + ")";
            default ->
                pick("MIN(", "MAX(")
                    + any(Family.NUMERIC, depth)
                    + ", "
                    + any(Family.NUMERIC, depth)
                    + ", YEAR("
                    + any(Family.DATE, 0)
                    + "))";
          };
      case TEXT ->
          switch (random.nextInt(5)) {
            case 0 -> "(" + any(Family.TEXT, depth) + " & " + any(Family.TEXT, depth) + ")";
            case 1 ->
                "IF("
                    + any(Family.BOOLEAN, depth)
                    + ", "
                    + any(Family.TEXT, depth)
                    + ", "
                    + any(Family.TEXT, depth)
                    + ")";
            case 2 ->
                "CASE(k1, \"A\", "
                    + any(Family.TEXT, depth)
                    + ", \"B\", "
                    + any(Family.TEXT, depth)
                    + ", \"other\")";
            case 3 -> "IFERROR(" + any(Family.TEXT, depth) + ", " + any(Family.TEXT, depth) + ")";
            default -> "TEXT(" + any(Family.NUMERIC, depth) + ")";
          };
      case BOOLEAN -> condition(depth);
      case DATE ->
          "(" + any(Family.DATE, depth) + pick(" + ", " - ") + any(Family.NUMERIC, 0) + ")";
      case DATETIME ->
          "(" + any(Family.DATETIME, depth) + pick(" + ", " - ") + any(Family.NUMERIC, 0) + ")";
      case TIME ->
          "(" + any(Family.TIME, depth) + pick(" + ", " - ") + any(Family.NUMERIC, 0) + ")";
      case GEO, PICKLIST, MULTIPICKLIST, REFERENCE, NULL -> value(family, 0);
    };
  }

  private String condition(int depth) {
    Family family = pick(Family.NUMERIC, Family.TEXT, Family.DATE, Family.DATETIME, Family.TIME);
    return switch (random.nextInt(9)) {
      case 0 -> "AND(" + any(Family.BOOLEAN, depth) + ", " + any(Family.BOOLEAN, depth) + ")";
      case 1 -> "OR(" + any(Family.BOOLEAN, depth) + ", " + any(Family.BOOLEAN, depth) + ")";
      case 2 -> "NOT(" + any(Family.BOOLEAN, depth) + ")";
      case 3 -> "ISBLANK(" + any(family, depth) + ")";
      case 4 ->
          "("
              + any(Family.NUMERIC, depth)
              + pick(" in ", " not in ")
              + "(1, 2, "
              + any(Family.NUMERIC, depth)
              + "))";
      case 5 ->
          "(" + any(Family.BOOLEAN, depth) + pick(" = ", " <> ") + any(Family.BOOLEAN, depth) + ")";
      case 6 ->
          pick("CONTAINS(", "BEGINS(")
              + any(Family.TEXT, depth)
              + ", "
              + any(Family.TEXT, depth)
              + ")";
      case 7 ->
          pick(
              "k1 = \"A\"",
              "k2 <> \"B\"",
              "ISPICKVAL(k1, \"\")",
              "INCLUDES(s1, \"A\")",
              "r1 = r2",
              "r1 <> null");
      default ->
          "("
              + any(family, depth)
              + pick(" = ", " <> ", " < ", " <= ", " > ", " >= ")
              + any(family, depth)
              + ")";
    };
  }

  /// Mostly a value, sometimes a blank, seldom an error.
  String any(Family family, int depth) {
    int dice = random.nextInt(12);
    return expression(family, dice == 0 ? Kind.ERROR : dice <= 2 ? Kind.BLANK : Kind.VALUE, depth);
  }

  /// A call with one argument of a wanted kind, the others mostly values.
  String call(FormulaFunction function, Signature signature, int count, int wanted, Kind kind) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Parameter parameter = signature.parameter(i);
      arguments.add(argument(parameter, i == wanted ? kind : Kind.VALUE, 1));
    }
    return function.name() + "(" + String.join(", ", arguments) + ")";
  }

  private String field(Family family, int number) {
    int one = number == 3 && fieldsOnly ? 1 : number;
    String letters =
        switch (family) {
          case NUMERIC, NULL -> "ncp";
          case TEXT -> "t";
          case BOOLEAN -> "b";
          case DATE -> "d";
          case DATETIME -> "x";
          case TIME -> "m";
          case PICKLIST -> "k";
          case MULTIPICKLIST -> "s";
          case GEO -> "g";
          case REFERENCE -> "r";
        };
    return letters.charAt(random.nextInt(letters.length())) + Integer.toString(one);
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
