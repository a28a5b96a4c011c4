package dev.huozi.formula.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
final class RoundingTest {
  private final long seed = Long.getLong("huozi.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void roundingIsAwayFromZeroOnHalvesAndTheSameForBothSigns() {
    System.out.println("huozi.seed=" + seed);
    for (int i = 0; i < 5_000; i++) {
      BigDecimal x =
          new BigDecimal(new BigInteger(1 + random.nextInt(60), random), random.nextInt(12));
      int places = random.nextInt(14) - 6;
      BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-places);
      BigDecimal rounded = Rounding.round(x, places);
      String what = "seed %d: %s to %d".formatted(seed, x, places);
      assertThat(rounded.remainder(unit)).as(what).isEqualByComparingTo("0");
      BigDecimal distance = rounded.subtract(x);
      assertThat(distance.abs().multiply(BigDecimal.TWO)).as(what).isLessThanOrEqualTo(unit);
      if (distance.abs().multiply(BigDecimal.TWO).compareTo(unit) == 0) {
        assertThat(distance.signum()).as(what).isPositive();
      }
      assertThat(Rounding.round(x.negate(), places))
          .as(what)
          .isEqualByComparingTo(rounded.negate());
      BigDecimal cut = Rounding.trunc(x, places);
      assertThat(cut).as(what).isLessThanOrEqualTo(x);
      assertThat(x.subtract(cut)).as(what).isLessThan(unit);
    }
  }

  @Test
  void theFourWholeRoundingsEncloseTheNumber() {
    for (int i = 0; i < 5_000; i++) {
      BigDecimal x =
          new BigDecimal(new BigInteger(1 + random.nextInt(80), random), random.nextInt(12));
      x = random.nextBoolean() ? x : x.negate();
      String what = "seed %d: %s".formatted(seed, x);
      assertThat(Rounding.mfloor(x)).as(what).isLessThanOrEqualTo(x);
      assertThat(Rounding.mceiling(x)).as(what).isGreaterThanOrEqualTo(x);
      assertThat(Rounding.floor(x).abs()).as(what).isLessThanOrEqualTo(x.abs());
      assertThat(Rounding.ceiling(x).abs()).as(what).isGreaterThanOrEqualTo(x.abs());
      assertThat(Rounding.ceiling(x).subtract(Rounding.floor(x)).abs())
          .as(what)
          .isLessThanOrEqualTo(BigDecimal.ONE);
    }
  }
}
