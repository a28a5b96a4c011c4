package dev.huozi.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.huozi.metadata.change.SchemaProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is being done to the tables at this moment.
///
/// @param waiting steps that are left for later and that nobody works on now
public record ProgressJson(List<Running> running, List<Waiting> waiting) {
  public ProgressJson {
    running = List.copyOf(running);
    waiting = List.copyOf(waiting);
  }

  /// @param step `fill`, `publish` or `later`
  /// @param number the statement or step, for `fill` the rows that are done
  /// @param percent of the index that is being built
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Running(
      String step, long number, long of, @Nullable String object, @Nullable Integer percent) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Waiting(@Nullable String object, int attempts, @Nullable String failure) {}

  static ProgressJson of(SchemaProgress progress) {
    return new ProgressJson(
        progress.running().stream()
            .map(one ->
                new Running(
                    Choices.word(one.step()), one.number(), one.of(), one.object(), one.percent()))
            .toList(),
        progress.waiting().stream()
            .map(one -> new Waiting(one.object(), one.attempts(), one.failure()))
            .toList());
  }
}
