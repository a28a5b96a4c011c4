package dev.huozi.record.load.job;

/// Somebody else holds the job by now: whatever this holder was doing is not committed.
final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost() {
    super("The job belongs to another node.");
  }
}
