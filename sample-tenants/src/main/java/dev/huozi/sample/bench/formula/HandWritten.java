package dev.huozi.sample.bench.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The six formulas as a careful person writes them in Java, with exact decimals and the same
/// treatment of blanks.
final class HandWritten {
  private static final BigDecimal ONE_MILLION = new BigDecimal("1000000");
  private static final BigDecimal HALF_MILLION = new BigDecimal("500000");
  private static final BigDecimal HUNDRED_THOUSAND = new BigDecimal("100000");
  private static final BigDecimal FIFTY_THOUSAND = new BigDecimal("50000");
  private static final BigDecimal THOUSAND = new BigDecimal("1000");
  private static final BigDecimal RATE_8 = new BigDecimal("0.08");
  private static final BigDecimal RATE_6 = new BigDecimal("0.06");
  private static final BigDecimal RATE_4 = new BigDecimal("0.04");
  private static final BigDecimal RATE_2 = new BigDecimal("0.02");
  private static final BigDecimal NORTH = new BigDecimal("1.1");
  private static final BigDecimal SOUTH = new BigDecimal("1.05");
  private static final BigDecimal EAST = new BigDecimal("1.2");
  private static final BigDecimal WEST = new BigDecimal("0.95");
  private static final BigDecimal FIFTH = new BigDecimal("0.2");
  private static final BigDecimal THREE = new BigDecimal("3");
  private static final BigDecimal FIVE = new BigDecimal("5");
  private static final BigDecimal SEVEN = new BigDecimal("7");
  private static final long ORIGIN = java.time.LocalDate.of(1900, 1, 8).toEpochDay();

  private HandWritten() {}

  private static BigDecimal zero(@Nullable BigDecimal number) {
    return number == null ? BigDecimal.ZERO : number;
  }

  static BigDecimal commission(BenchRow row) {
    BigDecimal amount = zero(row.amount());
    BigDecimal rate;
    if (amount.compareTo(ONE_MILLION) > 0) {
      rate = RATE_8;
    } else if (amount.compareTo(HALF_MILLION) > 0) {
      rate = RATE_6;
    } else if (amount.compareTo(HUNDRED_THOUSAND) > 0) {
      rate = RATE_4;
    } else {
      rate = RATE_2;
    }
    return amount.multiply(rate).multiply(factor(row.region()));
  }

  private static BigDecimal factor(@Nullable String region) {
    return switch (region) {
      case "NORTH" -> NORTH;
      case "SOUTH" -> SOUTH;
      case "EAST" -> EAST;
      case "WEST" -> WEST;
      case null, default -> BigDecimal.ONE;
    };
  }

  static String label(BenchRow row) {
    String name = row.name();
    String first =
        name == null
            ? "(none)"
            : name.substring(0, Math.min(3, name.length())).toUpperCase(Locale.ROOT);
    return first + "-" + text(zero(row.quantity())) + "-" + text(zero(row.price()));
  }

  private static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  static @Nullable BigDecimal weekdays(BenchRow row) {
    if (row.start() == null || row.end() == null) {
      return null;
    }
    BigDecimal end = BigDecimal.valueOf(row.end().toEpochDay() - ORIGIN);
    BigDecimal start = BigDecimal.valueOf(row.start().toEpochDay() - ORIGIN);
    return weekdaysUntil(end).subtract(weekdaysUntil(start));
  }

  private static BigDecimal weekdaysUntil(BigDecimal day) {
    BigDecimal[] weeks = day.divideAndRemainder(SEVEN);
    return FIVE.multiply(weeks[0]).add(FIVE.min(weeks[1]));
  }

  static BigDecimal price(BenchRow row) {
    BigDecimal net =
        zero(row.price())
            .multiply(zero(row.quantity()))
            .multiply(BigDecimal.ONE.subtract(zero(row.discount())))
            .setScale(2, RoundingMode.HALF_UP);
    return net.multiply(BigDecimal.ONE.add(zero(row.tax()))).setScale(2, RoundingMode.HALF_UP);
  }

  static Boolean rule(BenchRow row) {
    BigDecimal amount = zero(row.amount());
    String code = row.code();
    boolean stage = "WON".equals(row.stage()) || "NEGOTIATION".equals(row.stage());
    return row.name() != null
        && stage
        && code != null
        && code.codePointCount(0, code.length()) == 8
        && !(amount.compareTo(FIFTY_THOUSAND) > 0 && row.approver() == null)
        && (zero(row.discount()).compareTo(FIFTH) <= 0 || amount.compareTo(THOUSAND) < 0);
  }

  static String credit(BenchRow row) {
    BigDecimal exposure = zero(row.amount()).add(zero(row.balance()));
    BigDecimal limit =
        row.parentName() == null
            ? zero(row.creditLimit())
            : zero(row.creditLimit()).add(zero(row.parentLimit()));
    if (exposure.compareTo(limit) > 0 && zero(row.ownerLevel()).compareTo(THREE) < 0) {
      return "HOLD";
    }
    return "A".equals(row.rating()) ? "AUTO" : "REVIEW";
  }
}
