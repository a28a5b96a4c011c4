package dev.huozi.formula.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Identities that hold whatever the argument, and bounds of time.
@Tag("fast")
final class ElementaryFunctionsTest {
  private final long seed = Long.getLong("huozi.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void identitiesHoldToThirtyFiveDigits() {
    System.out.println("huozi.seed=" + seed);
    for (int i = 0; i < 1_000; i++) {
      BigDecimal x = new BigDecimal(random.nextGaussian() * Math.pow(10, random.nextInt(5) - 2));
      BigDecimal sine = Trigonometry.sin(x);
      BigDecimal cosine = Trigonometry.cos(x);
      near(sine.multiply(sine).add(cosine.multiply(cosine)), BigDecimal.ONE, x);
      if (x.abs().compareTo(BigDecimal.TEN) < 0) {
        near(Trigonometry.tan(Trigonometry.atan(x)), x, x);
      }
      near(Trigonometry.sin(Trigonometry.asin(sine)), sine, x);
      near(Exponentials.sqrt(x.abs()).pow(2), x.abs(), x);
      if (x.signum() > 0) {
        near(Exponentials.exp(Exponentials.ln(x)), x, x);
        near(Exponentials.log(x).multiply(Exponentials.ln(BigDecimal.TEN)), Exponentials.ln(x), x);
      }
    }
  }

  private void near(BigDecimal actual, BigDecimal expected, BigDecimal argument) {
    BigDecimal allowed = expected.abs().max(new BigDecimal("1E-3")).movePointLeft(35);
    assertThat(actual.subtract(expected).abs())
        .as("seed %d argument %s", seed, argument)
        .isLessThanOrEqualTo(allowed);
  }

  @Test
  void squareRootsAreCorrectlyRounded() {
    MathContext digits = new MathContext(39, RoundingMode.HALF_UP);
    for (int i = 0; i < 2_000; i++) {
      BigDecimal x =
          new BigDecimal(new BigInteger(1 + random.nextInt(128), random), random.nextInt(60) - 20);
      assertThat(Exponentials.sqrt(x))
          .as("seed %d %s", seed, x)
          .isEqualByComparingTo(x.sqrt(digits));
    }
  }

  @Test
  void powersOfTenHaveWholeLogarithms() {
    for (int i = -300; i <= 300; i++) {
      assertThat(Exponentials.log(BigDecimal.ONE.scaleByPowerOfTen(i)))
          .isEqualTo(BigDecimal.valueOf(i));
    }
  }

  @Test
  @Timeout(5)
  void hugeTinyAndLongArgumentsCostLittle() {
    BigDecimal longNumber = new BigDecimal("0." + "7".repeat(1_000));
    for (String each : new String[] {"1E308", "-9.9E308", "1E-399", "0." + "3".repeat(300)}) {
      BigDecimal x = new BigDecimal(each);
      long start = System.nanoTime();
      Trigonometry.sin(x);
      Trigonometry.cos(x);
      Trigonometry.tan(x);
      Trigonometry.atan(x);
      Exponentials.exp(x.min(BigDecimal.valueOf(700)));
      Exponentials.ln(x.abs());
      Exponentials.sqrt(x.abs());
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(each)
          .isLessThan(Duration.ofSeconds(1));
    }
    assertThat(Exponentials.ln(longNumber).precision()).isLessThanOrEqualTo(39);
  }
}
