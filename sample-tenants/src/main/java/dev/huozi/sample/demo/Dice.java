package dev.huozi.sample.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Repeatable chance: SplitMix64, seeded by words. Each topic has dice of its own, so that a change
/// in one part of the demo leaves all others as they were.
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long seed) {
    state = seed;
  }

  /// The dice of a topic, for example `Dice.of("qinghequan", "stores", "rep01")`.
  static Dice of(String... topic) {
    long hash = 0xCBF29CE484222325L;
    for (byte each : String.join("/", topic).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xFF)) * 0x100000001B3L;
    }
    return new Dice(hash);
  }

  private long next() {
    state += GOLDEN;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// A whole number from 0 to `bound - 1`.
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /// A whole number from `low` to `high`, both included.
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /// A number from 0 up to, not including, 1.
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }

  /// A position in `weights`, each as likely as its weight.
  int weighted(List<Integer> weights) {
    int rest = below(weights.stream().mapToInt(Integer::intValue).sum());
    int at = 0;
    while (rest >= weights.get(at)) {
      rest -= weights.get(at);
      at++;
    }
    return at;
  }

  <T> List<T> shuffled(List<T> list) {
    List<T> result = new ArrayList<>(list);
    for (int i = result.size() - 1; i > 0; i--) {
      int other = below(i + 1);
      T moved = result.get(i);
      result.set(i, result.get(other));
      result.set(other, moved);
    }
    return result;
  }

  /// A log-normal number, cut to `low` … `high`: most are near the median, a few are much greater.
  double logNormal(double median, double sigma, double low, double high) {
    double u = 1 - unit();
    double normal =
        StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * StrictMath.PI * unit());
    return Math.clamp(median * StrictMath.exp(sigma * normal), low, high);
  }
}
