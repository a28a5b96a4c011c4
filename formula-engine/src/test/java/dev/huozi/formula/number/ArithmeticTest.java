package dev.huozi.formula.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
final class ArithmeticTest {
  private static final MathContext DIGITS = new MathContext(39, RoundingMode.HALF_UP);

  @Test
  void theFourOperationsRoundTheExactResultOnce() {
    long seed = Long.getLong("huozi.seed", System.nanoTime());
    System.out.println("huozi.seed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal a = number(random);
      BigDecimal b = number(random);
      String what = "seed %d: %s and %s".formatted(seed, a, b);
      assertThat(Arithmetic.add(a, b)).as(what).isEqualByComparingTo(a.add(b).round(DIGITS));
      assertThat(Arithmetic.subtract(a, b))
          .as(what)
          .isEqualByComparingTo(a.subtract(b).round(DIGITS));
      assertThat(Arithmetic.multiply(a, b))
          .as(what)
          .isEqualByComparingTo(a.multiply(b).round(DIGITS));
      if (b.signum() != 0) {
        assertThat(Arithmetic.divide(a, b)).as(what).isEqualByComparingTo(quotient(a, b));
      }
    }
  }

  /// Rounded from the whole division of integers, not by the library's division of decimals.
  private static BigDecimal quotient(BigDecimal a, BigDecimal b) {
    int places = 130;
    BigInteger numerator = a.setScale(60).unscaledValue().multiply(BigInteger.TEN.pow(places));
    BigInteger[] parts = numerator.divideAndRemainder(b.setScale(60).unscaledValue());
    BigInteger sticky = parts[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
    BigInteger digits =
        parts[0]
            .abs()
            .multiply(BigInteger.TEN)
            .add(sticky)
            .multiply(BigInteger.valueOf(a.signum() * b.signum()));
    return new BigDecimal(digits, places + 1).round(DIGITS);
  }

  private static BigDecimal number(Random random) {
    int digits = 1 + random.nextInt(39);
    BigInteger unscaled = new BigInteger(digits * 3, random);
    BigDecimal number = new BigDecimal(unscaled, random.nextInt(50));
    return random.nextBoolean() ? number : number.negate();
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.2, 0.3",
    "1E40, 1, 10000000000000000000000000000000000000001",
    "1E45, 1, 1000000000000000000000000000000000000000000000",
    "1E300, 1E-300, 1E300",
    "999999999999999999999999999999999999999, 0.5, 1E39"
  })
  void sumsKeepThirtyNineDigits(BigDecimal left, BigDecimal right, BigDecimal sum) {
    assertThat(Arithmetic.add(left, right)).isEqualByComparingTo(sum.round(DIGITS));
  }

  @Test
  void aThirdTimesThreeIsOneAfterRoundingToThirtyTwoDecimals() {
    BigDecimal third = Arithmetic.divide(BigDecimal.ONE, BigDecimal.valueOf(3));
    BigDecimal product = Arithmetic.multiply(third, BigDecimal.valueOf(3));
    assertThat(product.setScale(32, RoundingMode.HALF_UP)).isEqualByComparingTo("1");
    assertThat(Rounding.floor(product)).isEqualByComparingTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 10, 1024",
    "4, -1, 0.25",
    "0, 0, 1",
    "0, 5, 0",
    "-2, 2, 4",
    "-2, 3, -8",
    "1, 999999999, 1",
    "10, 64, 1E64",
    "10, -39, 1E-39",
    "10, -40, 0",
    "0.5, 1000, 0",
    "1.1, 2, 1.21",
    "2, 1.0, 2",
    "3, 40, 12157665459056928800",
    "1.0000000001, 100, 1.00000001000000005",
    "-1, 3, -1"
  })
  void powersHaveEighteenDigits(BigDecimal base, BigDecimal exponent, BigDecimal power) {
    assertThat(Arithmetic.power(base, exponent)).isEqualByComparingTo(power);
  }

  @Test
  void whatHasNoValueSaysWhy() {
    fails(ErrorKind.DIVISION_BY_ZERO, () -> Arithmetic.divide(BigDecimal.ONE, BigDecimal.ZERO));
    fails(
        ErrorKind.DIVISION_BY_ZERO,
        () -> Arithmetic.divide(BigDecimal.ONE, new BigDecimal("0.00")));
    fails(ErrorKind.DIVISION_BY_ZERO, () -> Arithmetic.mod(BigDecimal.ONE, BigDecimal.ZERO));
    fails(
        ErrorKind.DIVISION_BY_ZERO, () -> Arithmetic.power(BigDecimal.ZERO, new BigDecimal("-1")));
    fails(ErrorKind.DOMAIN, () -> Arithmetic.power(BigDecimal.TWO, new BigDecimal("0.5")));
    fails(ErrorKind.DOMAIN, () -> Arithmetic.power(BigDecimal.ONE, new BigDecimal("1E10")));
    fails(ErrorKind.RANGE, () -> Arithmetic.power(BigDecimal.TEN, new BigDecimal("65")));
    fails(ErrorKind.RANGE, () -> Arithmetic.power(new BigDecimal("1E-1"), new BigDecimal("-65")));
    fails(
        ErrorKind.RANGE,
        () -> Arithmetic.multiply(new BigDecimal("1E200"), new BigDecimal("1E200")));
    fails(
        ErrorKind.RANGE,
        () -> Arithmetic.divide(new BigDecimal("1E200"), new BigDecimal("1E-200")));
  }

  @Test
  void numbersTooNearToZeroAreZero() {
    assertThat(Arithmetic.multiply(new BigDecimal("1E-300"), new BigDecimal("1E-300")))
        .isEqualTo(BigDecimal.ZERO);
    assertThat(Arithmetic.divide(new BigDecimal("1E-300"), new BigDecimal("1E300")))
        .isEqualTo(BigDecimal.ZERO);
    assertThat(Arithmetic.multiply(new BigDecimal("1E-200"), new BigDecimal("1E-199")))
        .isEqualByComparingTo("1E-399");
  }

  @Test
  void noNumberHasANegativeScale() {
    assertThat(Rounding.round(new BigDecimal("1234.5"), -2).scale()).isZero();
    assertThat(Arithmetic.multiply(new BigDecimal("1E20"), new BigDecimal("1E20")).scale())
        .isZero();
    assertThat(Arithmetic.power(BigDecimal.TEN, new BigDecimal("40")).scale()).isZero();
    assertThat(Arithmetic.divide(new BigDecimal("1E30"), new BigDecimal("0.01")).scale()).isZero();
  }

  private static void fails(ErrorKind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FormulaException.class, error -> assertThat(error.kind()).isEqualTo(kind));
  }
}
