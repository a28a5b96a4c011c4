package dev.huozi.platform.tenant;

import dev.huozi.platform.dump.CopyProgress.Step;
import dev.huozi.platform.dump.DumpDigest;
import dev.huozi.platform.i18n.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A long work with a tenant, as it stands.
///
/// @param code of the tenant that is dumped, made or deleted
/// @param origin code of the tenant that asked for a sandbox, or null
/// @param percent of the whole
/// @param rows done so far, of `total`, in its step
/// @param endedAt null while it runs
/// @param problem why it failed, or null
/// @param digest of the rows that were dumped or restored, or null where there are none (yet)
public record TenantJob(
    UUID id,
    Kind kind,
    String code,
    @Nullable String origin,
    State state,
    Step step,
    int percent,
    long rows,
    long total,
    Instant startedAt,
    Instant seenAt,
    @Nullable Instant endedAt,
    @Nullable Problem problem,
    @Nullable DumpDigest digest) {

  /// What is done.
  public enum Kind {
    DUMP,
    RESTORE,
    SANDBOX,
    DELETE
  }

  /// How it stands.
  public enum State {
    RUNNING,
    DONE,
    FAILED
  }

  /// An error by its code, worded when it happened.
  public record Problem(String code, String zh, String en) {
    public String text(Locale locale) {
      return Messages.language(locale).getLanguage().equals("zh") ? zh : en;
    }
  }

  public Duration age() {
    return Duration.between(startedAt, endedAt == null ? seenAt : endedAt);
  }

  /// How long it may still take at this rate, or null when that cannot be said yet.
  public @Nullable Duration left() {
    return state != State.RUNNING || percent < 5
        ? null
        : age().multipliedBy(100L - percent).dividedBy(percent);
  }

  /// Rows a second in this step so far.
  public long rate() {
    long millis = Math.max(1, age().toMillis());
    return rows * 1000 / millis;
  }
}
