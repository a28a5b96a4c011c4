package dev.huozi.formula.eval;

import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.check.FieldScope;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.Signature;
import dev.huozi.formula.type.Family;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Generated formulas and rows, for tests of other packages.
public final class Generated {
  private static final String[] NUMBERS = {
    "0",
    "1",
    "-1",
    "2",
    "3",
    "5",
    "7",
    "-3",
    "10",
    "12",
    "28",
    "31",
    "100",
    "2024",
    "0.5",
    "-0.5",
    "2.5",
    "-2.5",
    "12.345",
    "-12.345",
    "0.1",
    "-7.25",
    "1.005",
    "0.000001",
    "0.3333333333333333",
    "1234.5",
    "99999999.99",
    "123456789.987654321",
    "-99999999999999999",
    "86400",
    "1700000000",
    "65",
    "128512",
    "55296",
    "0.999999999999999999",
    "1e-18",
    "170141183460469231731"
  };
  private static final String[] TEXTS = {
    "abc",
    "ABC",
    "a",
    "Hello World",
    "盒马鲜生",
    "a𠮷b",
    "🙂",
    "ß",
    "İ",
    "ΑΣ",
    "12.5",
    "-3",
    "1e3",
    "1.",
    ".5",
    "1e400",
    "1e-500",
    "0e999999",
    "1e99999999",
    "+7",
    "1,000",
    " 1",
    "2024-02-29",
    "2024-2-5",
    "2023-02-29",
    "0000-01-01",
    "2024-2-5 9:05:07",
    "2024-02-29 23:59:59 ",
    "2024-02-29 24:00:00",
    "10:20:30.456",
    "9:5:7.000",
    "24:00:00.000",
    "  padded  ",
    "x",
    "\t",
    "\u00e9",
    "e\u0301",
    "aXbXc",
    "%",
    "_",
    "\\",
    "'",
    "''",
    "a\nb",
    "NaN",
    "infinity",
    "",
    "M",
    "D",
    "YM",
    "tr",
    "lt_LT",
    "az",
    "iIıİ",
    "j\u0307",
    "Ì"
  };
  private static final String[] DATES = {
    "2024-02-29", "2024-01-31", "1999-12-31", "2024-05-01", "2023-02-28", "2021-01-03",
        "2020-12-31",
    "2016-01-01", "9999-12-31", "0001-01-01", "0001-01-02", "1900-03-01", "2000-02-29", "1969-12-31"
  };

  private final FormulaGenerator generator;
  private final Random random;

  /// @param fieldsOnly whether every value comes from a field
  public Generated(Random random, boolean fieldsOnly) {
    this.random = random;
    this.generator = new FormulaGenerator(random, fieldsOnly);
  }

  public FieldScope scope() {
    return new GeneratedScope();
  }

  public String expression(Family family, int depth) {
    return generator.expression(family, FormulaGenerator.Kind.VALUE, depth);
  }

  /// A call whose argument at `index` is a value, a blank or an error by turns.
  public String call(FormulaFunction function, Signature signature, int turn) {
    int count =
        signature.parameters().size()
            + (signature.repeats() == Signature.Repeat.ONCE ? 0 : random.nextInt(3));
    FormulaGenerator.Kind[] kinds = FormulaGenerator.Kind.values();
    return generator.call(
        function, signature, count, count == 0 ? 0 : turn % count, kinds[turn % kinds.length]);
  }

  /// The value of a field: blank for the second of its type, else one that is likely to show a
  /// difference.
  public @Nullable Object value(FieldPath path) {
    if (path.last().name().endsWith("2")) {
      return null;
    }
    return switch (path.type().family()) {
      case NUMERIC -> new BigDecimal(pick(NUMBERS));
      case TEXT -> pick(TEXTS);
      case BOOLEAN -> random.nextBoolean();
      case DATE -> LocalDate.parse(pick(DATES));
      case DATETIME ->
          Instant.parse(pick(DATES) + pick("T00:00:00Z", "T23:59:59Z", "T16:30:15.250Z"));
      case TIME -> LocalTime.parse(pick("00:00", "23:59:59.999", "12:30:15.250", "09:00:00.001"));
      case PICKLIST -> pick("A", "B", "C");
      case MULTIPICKLIST -> random.nextBoolean() ? List.of("A", "C") : List.of("B");
      case REFERENCE -> new UUID(0, random.nextInt(2));
      case GEO, NULL -> null;
    };
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }
}
