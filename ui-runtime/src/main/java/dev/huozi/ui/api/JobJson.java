package dev.huozi.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.huozi.platform.dump.DumpDigest;
import dev.huozi.platform.tenant.TenantJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A long work as it is answered.
///
/// @param rate rows a second
/// @param secondsLeft at this rate; absent where that cannot be said
/// @param digest of the rows that were dumped or restored; two that are equal hold the same
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobJson(
    String kind,
    String code,
    String state,
    String step,
    int percent,
    long rows,
    long total,
    long rate,
    @Nullable Long secondsLeft,
    double seconds,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Failure problem,
    @Nullable DumpDigest digest) {

  /// Why it failed.
  public record Failure(String code, String detail) {}

  static JobJson of(TenantJob job, Locale locale) {
    Duration left = job.left();
    TenantJob.Problem problem = job.problem();
    return new JobJson(
        Choices.word(job.kind()),
        job.code(),
        Choices.word(job.state()),
        Choices.word(job.step()),
        job.percent(),
        job.rows(),
        job.total(),
        job.rate(),
        left == null ? null : left.toSeconds(),
        job.age().toMillis() / 1000.0,
        job.startedAt(),
        job.endedAt(),
        problem == null ? null : new Failure(problem.code(), problem.text(locale)),
        job.digest());
  }
}
