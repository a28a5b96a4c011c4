package dev.huozi.metadata.change;

import dev.huozi.metadata.store.WorkSigns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is being done to a tenant's tables at this moment, on whichever node, and what is left for
/// later.
///
/// @param running publications and steps after them that are at work
/// @param waiting steps that nobody works on now
public record SchemaProgress(List<Running> running, List<Waiting> waiting) {
  public SchemaProgress {
    running = List.copyOf(running);
    waiting = List.copyOf(waiting);
  }

  /// One session at work.
  ///
  /// @param number the statement or step it has come to; for `FILL` the rows that are done
  /// @param of how many there are; for `FILL` about
  /// @param object where it is; null for a publication
  /// @param percent how much of an index is built; null when PostgreSQL does not tell
  public record Running(
      WorkSigns.Step step,
      long number,
      long of,
      @Nullable String object,
      @Nullable Integer percent) {}

  /// A step that waits.
  ///
  /// @param attempts how often it has failed
  /// @param failure why it failed last
  public record Waiting(@Nullable String object, int attempts, @Nullable String failure) {}

  public boolean isIdle() {
    return running.isEmpty() && waiting.isEmpty();
  }
}
