package dev.huozi.formula.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.type.FormulaType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The six formulas of the design page against counting by hand: money in whole fen, without
/// decimals, so that nothing of what is tested is used.
@Tag("fast")
final class SixFormulasTest {
  private static final String COMMISSION =
      """
      IF(amount > 1000000, amount * 0.08, IF(amount > 500000, amount * 0.06,
        IF(amount > 100000, amount * 0.04, amount * 0.02)))
        * CASE(region, "NORTH", 1.1, "SOUTH", 1.05, "EAST", 1.2, "WEST", 0.95, 1)\
      """;
  private static final String LABEL =
      "IF(ISBLANK(name), \"(none)\", UPPER(LEFT(name, 3))) & \"-\" & TEXT(quantity) & \"-\" & TEXT(price)";
  private static final String WEEKDAYS =
      """
      (5 * FLOOR((end - DATE(1900, 1, 8)) / 7) + MIN(5, MOD(end - DATE(1900, 1, 8), 7)))
        - (5 * FLOOR((start - DATE(1900, 1, 8)) / 7) + MIN(5, MOD(start - DATE(1900, 1, 8), 7)))\
      """;
  private static final String PRICE =
      "ROUND(ROUND(price * quantity * (1 - discount), 2) * (1 + tax), 2)";
  private static final String RULE =
      """
      AND(NOT(ISBLANK(name)), OR(ISPICKVAL(stage, "WON"), ISPICKVAL(stage, "NEGOTIATION")), LEN(code) = 8,
        NOT(AND(amount > 50000, ISBLANK(approver))), OR(discount <= 0.2, amount < 1000))\
      """;
  private static final String CREDIT =
      """
      IF(AND(amount + account.balance > IF(ISBLANK(account.parent.name), account.credit_limit,
          account.credit_limit + account.parent.credit_limit), owner.level < 3),
        "HOLD", IF(ISPICKVAL(account.rating, "A"), "AUTO", "REVIEW"))\
      """;

  private final long seed = Long.getLong("huozi.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void f1CommissionIsExactOnEveryRow() {
    CompiledFormula formula = DealRow.compile(COMMISSION, FormulaType.CURRENCY);
    Map<String, Integer> hundredths =
        Map.of("NORTH", 110, "SOUTH", 105, "EAST", 120, "WEST", 95, "ABROAD", 100);
    long[] edges = {0, 1, 10_000_000, 10_000_001, 50_000_000, 50_000_001, 100_000_000, 100_000_001};
    for (int i = 0; i < 20_000; i++) {
      long fen = i < edges.length ? edges[i] : random.nextLong(200_000_000) - 1_000_000;
      for (Map.Entry<String, Integer> region : hundredths.entrySet()) {
        int rate = fen > 100_000_000 ? 8 : fen > 50_000_000 ? 6 : fen > 10_000_000 ? 4 : 2;
        BigInteger millionths =
            BigInteger.valueOf(fen).multiply(BigInteger.valueOf(rate * region.getValue()));
        Object actual =
            DealRow.of("region=" + region.getKey())
                .with("amount", BigDecimal.valueOf(fen, 2))
                .evaluate(formula);
        assertThat((BigDecimal) actual)
            .as("seed %d: %d fen, %s", seed, fen, region)
            .isEqualByComparingTo(new BigDecimal(millionths, 6));
      }
    }
  }

  @Test
  void f4PriceIsExactOnEveryRow() {
    CompiledFormula formula = DealRow.compile(PRICE, FormulaType.CURRENCY);
    for (int i = 0; i < 50_000; i++) {
      long fen = random.nextLong(10_000_000);
      long quantity = random.nextLong(1_000) - 20;
      long discount = random.nextLong(10_000);
      long tax = random.nextLong(20);
      BigInteger net =
          half(
              BigInteger.valueOf(fen)
                  .multiply(BigInteger.valueOf(quantity))
                  .multiply(BigInteger.valueOf(10_000 - discount)),
              10_000);
      BigInteger gross = half(net.multiply(BigInteger.valueOf(100 + tax)), 100);
      Object actual =
          DealRow.of()
              .with("price", BigDecimal.valueOf(fen, 2))
              .with("quantity", BigDecimal.valueOf(quantity))
              .with("discount", BigDecimal.valueOf(discount, 4))
              .with("tax", BigDecimal.valueOf(tax, 2))
              .evaluate(formula);
      assertThat((BigDecimal) actual)
          .as("seed %d: %d fen x %d - %d + %d", seed, fen, quantity, discount, tax)
          .isEqualByComparingTo(new BigDecimal(gross, 2));
    }
  }

  /// Divides and rounds half away from zero.
  private static BigInteger half(BigInteger number, long divisor) {
    BigInteger twice = number.abs().shiftLeft(1).add(BigInteger.valueOf(divisor));
    BigInteger rounded = twice.divide(BigInteger.valueOf(2 * divisor));
    return number.signum() < 0 ? rounded.negate() : rounded;
  }

  @ParameterizedTest
  @CsvSource({
    "12.345, 1, 0, 0, 12.35",
    "-12.345, 1, 0, 0, -12.35",
    "0.005, 1, 0, 0, 0.01",
    "19.99, 3, 0.15, 0.13, 57.60",
    "0.1, 3, 0, 0.1, 0.33",
    "1.005, 100, 0, 0, 100.50",
    "99999999999999.99, 1000, 0.01, 0.13, 111869999999999988.81",
  })
  void f4RoundsHalvesAwayFromZero(
      BigDecimal price, BigDecimal quantity, BigDecimal discount, BigDecimal tax, String expected) {
    DealRow row =
        DealRow.of()
            .with("price", price)
            .with("quantity", quantity)
            .with("discount", discount)
            .with("tax", tax);
    assertThat((BigDecimal) row.evaluate(DealRow.compile(PRICE, FormulaType.CURRENCY)))
        .isEqualByComparingTo(expected);
  }

  @Test
  void f2LabelHasItsTextOnEachRow() {
    CompiledFormula formula = DealRow.compile(LABEL, FormulaType.TEXT);
    assertThat(DealRow.of("name=acme", "quantity=3.50", "price=1200.00").evaluate(formula))
        .isEqualTo("ACM-3.5-1200");
    assertThat(DealRow.of("name=盒马鲜生").evaluate(formula)).isEqualTo("盒马鲜-0-0");
    assertThat(DealRow.of("quantity=-0.10").evaluate(formula)).isEqualTo("(none)--0.1-0");
    assertThat(DealRow.of("name=", "price=0.00").evaluate(formula)).isEqualTo("(none)-0-0");
    assertThat(DealRow.of("name=ßx", "price=0.000001").evaluate(formula))
        .isEqualTo("SSX-0-0.000001");
    assertThat(DealRow.of("name=🙂🙂🙂🙂").evaluate(formula)).isEqualTo("🙂🙂🙂-0-0");
  }

  @Test
  void f3CountsWeekdaysLikeACalendar() {
    CompiledFormula formula = DealRow.compile(WEEKDAYS, FormulaType.NUMBER);
    for (int i = 0; i < 2_000; i++) {
      LocalDate start = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(40_000));
      LocalDate end = start.plusDays(random.nextInt(400));
      long counted =
          start
              .datesUntil(end)
              .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
              .count();
      assertThat((BigDecimal) DealRow.of("start=" + start, "end=" + end).evaluate(formula))
          .as("seed %d: %s to %s", seed, start, end)
          .isEqualByComparingTo(BigDecimal.valueOf(counted));
    }
    assertThat(DealRow.of("start=2024-01-01").evaluate(formula)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "name=a|stage=WON|code=AB-45678|amount=10|discount=0.1, true",
    "name=a|stage=WON|code=AB-4567|amount=10, false",
    "name=a|stage=NEW|code=AB-45678, false",
    "stage=WON|code=AB-45678, false",
    "name=a|stage=NEGOTIATION|code=活字活字活字活字|amount=50000, true",
    "name=a|stage=NEGOTIATION|code=AB-45678|amount=50000.01, false",
    "name=a|stage=NEGOTIATION|code=AB-45678|amount=50000.01|approver=b, true",
    "name=a|stage=WON|code=AB-45678|amount=999.99|discount=0.21, true",
    "name=a|stage=WON|code=AB-45678|amount=1000|discount=0.21, false",
    "name=a|stage=WON|code=🙂🙂🙂🙂🙂🙂🙂🙂, true",
    "name=a|stage=WON, false",
  })
  void f5RuleHoldsWhereItShould(String row, boolean expected) {
    assertThat(DealRow.of(row.split("\\|")).evaluate(DealRow.compile(RULE, FormulaType.BOOLEAN)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "amount=100|account.balance=50|account.credit_limit=149.99|owner.level=2, HOLD",
    "amount=100|account.balance=50|account.credit_limit=150|owner.level=2, REVIEW",
    "amount=100|account.balance=50|account.credit_limit=149.99|owner.level=3, REVIEW",
    "amount=1|account.rating=A, HOLD",
    "account.rating=A, AUTO",
    "amount=10|account.credit_limit=5|account.parent.name=p|account.parent.credit_limit=5, REVIEW",
    "amount=10.01|account.credit_limit=5|account.parent.name=p|account.parent.credit_limit=5, HOLD",
    "amount=10|account.credit_limit=5|account.parent.credit_limit=5, HOLD",
  })
  void f6ChecksCreditOverABlankParentToo(String row, String expected) {
    assertThat(DealRow.of(row.split("\\|")).evaluate(DealRow.compile(CREDIT, FormulaType.TEXT)))
        .isEqualTo(expected);
  }
}
