package dev.huozi.formula.script;

import java.time.Duration;

/// How much of the machine scripts may have.
///
/// @param processes how many run at once
/// @param perTenant how many of one tenant run at once; the others wait, so that no tenant takes
///   all
/// @param waiting how many of one tenant may wait
/// @param patience how long one waits
/// @param heapMegabytes the heap of one process
/// @param idle after this long without a call the processes end
public record ScriptSettings(
    int processes,
    int perTenant,
    int waiting,
    Duration patience,
    int heapMegabytes,
    Duration idle) {
  /// Half the processors for scripts, one of them for one tenant.
  public static ScriptSettings standard() {
    int processes = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 8);
    return new ScriptSettings(processes, 1, 16, Duration.ofSeconds(5), 128, Duration.ofMinutes(10));
  }
}
