package dev.huozi.platform.dump;

/// Hears how far a copy is. What it throws ends the copy: tests use that to fail at every step.
@FunctionalInterface
public interface CopyProgress {
  CopyProgress NOBODY = (step, done, total) -> {};

  /// The steps in order, with their share of the time in percent (measured on the demo tenant).
  enum Step {
    /// Counts and sums up what is there.
    MEASURING(20),
    /// Makes roles, schema and fixed tables.
    SCHEMA(10),
    COPYING(40),
    /// Sums up what has arrived.
    CHECKING(16),
    /// Builds keys and indexes.
    KEYS(12),
    /// Lets people in.
    OPENING(2);

    private final int percent;

    Step(int percent) {
      this.percent = percent;
    }

    /// Percent of the whole when this much of the step is done.
    public int percent(long done, long total) {
      int before = 0;
      for (Step step : values()) {
        if (step == this) {
          break;
        }
        before += step.percent;
      }
      double share = total <= 0 ? 0 : Math.min(1, (double) done / total);
      return before + (int) (percent * share);
    }
  }

  /// @param done rows or other units of the step, of `total`
  void at(Step step, long done, long total);

  /// What was written, or what was found after it had been written into the new tenant.
  default void digested(DumpDigest digest) {}
}
