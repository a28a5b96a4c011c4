package dev.huozi.sample.bench.formula;

import dev.huozi.formula.type.FormulaType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One of the six formulas of the design page: its source, and the same by hand, as Java source for
/// Janino too.
///
/// @param java an expression over `row`, in the dialect that Janino knows
record BenchFormula(
    String name,
    String title,
    String source,
    FormulaType type,
    Function<BenchRow, @Nullable Object> byHand,
    String java) {

  private static final String ZERO = "java.math.BigDecimal.ZERO";

  static List<BenchFormula> all() {
    return List.of(commission(), label(), weekdays(), price(), rule(), credit());
  }

  private static String number(String value) {
    return "new java.math.BigDecimal(\"" + value + "\")";
  }

  private static String zero(String accessor) {
    return "(row." + accessor + "() == null ? " + ZERO + " : row." + accessor + "())";
  }

  private static BenchFormula commission() {
    return new BenchFormula(
        "F1",
        "tiered commission",
        """
        IF(amount > 1000000, amount * 0.08, IF(amount > 500000, amount * 0.06,
          IF(amount > 100000, amount * 0.04, amount * 0.02)))
          * CASE(region, "NORTH", 1.1, "SOUTH", 1.05, "EAST", 1.2, "WEST", 0.95, 1)\
        """,
        FormulaType.CURRENCY,
        HandWritten::commission,
        """
        java.math.BigDecimal a = %s;
        java.math.BigDecimal r = a.compareTo(K1) > 0 ? K2 : a.compareTo(K3) > 0 ? K4 : a.compareTo(K5) > 0 ? K6 : K7;
        String g = row.region();
        java.math.BigDecimal f = "NORTH".equals(g) ? K8 : "SOUTH".equals(g) ? K9 : "EAST".equals(g) ? K10
            : "WEST".equals(g) ? K11 : java.math.BigDecimal.ONE;
        return a.multiply(r).multiply(f);
        """
            .formatted(zero("amount")));
  }

  private static BenchFormula label() {
    return new BenchFormula(
        "F2",
        "text of several parts",
        """
        IF(ISBLANK(name), "(none)", UPPER(LEFT(name, 3))) & "-" & TEXT(quantity) & "-" & TEXT(price)\
        """,
        FormulaType.TEXT,
        HandWritten::label,
        """
        String n = row.name();
        String first = n == null ? "(none)" : n.substring(0, Math.min(3, n.length())).toUpperCase(java.util.Locale.ROOT);
        java.math.BigDecimal q = %s;
        java.math.BigDecimal p = %s;
        return first + "-" + (q.signum() == 0 ? "0" : q.stripTrailingZeros().toPlainString()) + "-"
            + (p.signum() == 0 ? "0" : p.stripTrailingZeros().toPlainString());
        """
            .formatted(zero("quantity"), zero("price")));
  }

  private static BenchFormula weekdays() {
    return new BenchFormula(
        "F3",
        "weekdays between dates",
        """
        (5 * FLOOR((end - DATE(1900, 1, 8)) / 7) + MIN(5, MOD(end - DATE(1900, 1, 8), 7)))
          - (5 * FLOOR((start - DATE(1900, 1, 8)) / 7) + MIN(5, MOD(start - DATE(1900, 1, 8), 7)))\
        """,
        FormulaType.NUMBER,
        HandWritten::weekdays,
        """
        if (row.start() == null || row.end() == null) { return null; }
        java.math.BigDecimal e = java.math.BigDecimal.valueOf(row.end().toEpochDay() - O);
        java.math.BigDecimal s = java.math.BigDecimal.valueOf(row.start().toEpochDay() - O);
        java.math.BigDecimal[] we = e.divideAndRemainder(K12);
        java.math.BigDecimal[] ws = s.divideAndRemainder(K12);
        return K13.multiply(we[0]).add(K13.min(we[1])).subtract(K13.multiply(ws[0]).add(K13.min(ws[1])));
        """);
  }

  private static BenchFormula price() {
    return new BenchFormula(
        "F4",
        "price, quantity, discount, tax",
        "ROUND(ROUND(price * quantity * (1 - discount), 2) * (1 + tax), 2)",
        FormulaType.CURRENCY,
        HandWritten::price,
        """
        java.math.BigDecimal one = java.math.BigDecimal.ONE;
        java.math.BigDecimal net = %s.multiply(%s).multiply(one.subtract(%s)).setScale(2, java.math.RoundingMode.HALF_UP);
        return net.multiply(one.add(%s)).setScale(2, java.math.RoundingMode.HALF_UP);
        """
            .formatted(zero("price"), zero("quantity"), zero("discount"), zero("tax")));
  }

  private static BenchFormula rule() {
    return new BenchFormula(
        "F5",
        "rule with AND, OR, NOT",
        """
        AND(NOT(ISBLANK(name)), OR(ISPICKVAL(stage, "WON"), ISPICKVAL(stage, "NEGOTIATION")), LEN(code) = 8,
          NOT(AND(amount > 50000, ISBLANK(approver))), OR(discount <= 0.2, amount < 1000))\
        """,
        FormulaType.BOOLEAN,
        HandWritten::rule,
        """
        java.math.BigDecimal a = %s;
        String c = row.code();
        boolean s = "WON".equals(row.stage()) || "NEGOTIATION".equals(row.stage());
        return Boolean.valueOf(row.name() != null && s && c != null && c.codePointCount(0, c.length()) == 8
            && !(a.compareTo(K14) > 0 && row.approver() == null) && (%s.compareTo(K15) <= 0 || a.compareTo(K16) < 0));
        """
            .formatted(zero("amount"), zero("discount")));
  }

  private static BenchFormula credit() {
    return new BenchFormula(
        "F6",
        "credit check over relations",
        """
        IF(AND(amount + account.balance > IF(ISBLANK(account.parent.name), account.credit_limit,
            account.credit_limit + account.parent.credit_limit), owner.level < 3),
          "HOLD", IF(ISPICKVAL(account.rating, "A"), "AUTO", "REVIEW"))\
        """,
        FormulaType.TEXT,
        HandWritten::credit,
        """
        java.math.BigDecimal x = %s.add(%s);
        java.math.BigDecimal l = row.parentName() == null ? %s : %s.add(%s);
        if (x.compareTo(l) > 0 && %s.compareTo(K17) < 0) { return "HOLD"; }
        return "A".equals(row.rating()) ? "AUTO" : "REVIEW";
        """
            .formatted(
                zero("amount"),
                zero("balance"),
                zero("creditLimit"),
                zero("creditLimit"),
                zero("parentLimit"),
                zero("ownerLevel")));
  }

  /// The Java source of a class with one method `Object run(BenchRow row)`.
  String javaClassBody() {
    String[] constants = {
      "1000000", "0.08", "500000", "0.06", "100000", "0.04", "0.02", "1.1", "1.05", "1.2", "0.95",
      "7", "5", "50000", "0.2", "1000", "3"
    };
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < constants.length; i++) {
      body.append("private static final java.math.BigDecimal K")
          .append(i + 1)
          .append(" = ")
          .append(number(constants[i]))
          .append(";\n");
    }
    body.append("private static final long O = java.time.LocalDate.of(1900, 1, 8).toEpochDay();\n");
    return body.append(
            "public Object apply(Object input) {\ndev.huozi.sample.bench.formula.BenchRow row = (dev.huozi.sample.bench.formula.BenchRow) input;\n")
        .append(java)
        .append("}\n")
        .toString();
  }
}
