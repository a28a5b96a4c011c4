package dev.huozi.formula.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.check.BlankMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Formulas that people might write, spoiled at random. What shows something new (a diagnostic, a
/// function, a combination of nodes, an error) is kept and spoiled further, so that the search
/// finds its way into the corners.
final class MutationTest {
  private final long seed = Long.getLong("huozi.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Mutator mutator = new Mutator(random);
  private final Trial trial = new Trial();
  private final List<String> corpus = new ArrayList<>(SeedFormulas.all());
  private final Set<String> met = new HashSet<>();
  private long slowest;

  @Test
  @Tag("fast")
  void aHundredThousandSpoiledFormulasGiveAValueOrADiagnostic() {
    run(100_000);
  }

  @Test
  @Tag("long")
  void twoMillionSpoiledFormulasGiveAValueOrADiagnostic() {
    run(2_000_000);
  }

  private void run(int times) {
    int seeds = corpus.size();
    corpus.forEach(each -> met.addAll(trial.run(each, BlankMode.ZERO, true)));
    Trial.onSmallStack(() -> {
      for (int i = 0; i < times; i++) {
        String spoiled = mutator.mutate(pick(), pick());
        tryOut(spoiled, i);
      }
    });
    System.out.printf(
        "%d spoiled formulas, seed %d: %d seeds, %d kept, %d features, slowest %.1f ms%n",
        times, seed, seeds, corpus.size() - seeds, met.size(), slowest / 1e6);
    assertThat(corpus.size()).as("seed %d", seed).isGreaterThan(seeds);
    assertThat(slowest).as("seed %d", seed).isLessThan(Trial.DEADLINE);
  }

  private void tryOut(String spoiled, int number) {
    BlankMode mode = number % 2 == 0 ? BlankMode.ZERO : BlankMode.BLANK;
    try {
      long nanos =
          Trial.cpu(() -> {
            if (met.addAll(trial.run(spoiled, mode, number % 20 == 0))) {
              corpus.add(spoiled);
            }
          });
      slowest = Math.max(slowest, nanos);
      assertThat(nanos).isLessThan(Trial.DEADLINE);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new AssertionError("Seed %d, formula:%n%s".formatted(seed, spoiled), e);
    }
  }

  private String pick() {
    return corpus.get(random.nextInt(corpus.size()));
  }
}
