package dev.huozi.metadata.sandbox;

import dev.huozi.platform.tenant.TenantJob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sandbox of a tenant, ready or under way.
///
/// @param createdAt null while there is nothing but the job
/// @param job the newest work with it, or null when that is long ago
public record Sandbox(
    String code,
    @Nullable String name,
    State state,
    @Nullable Instant createdAt,
    @Nullable TenantJob job) {
  /// How it stands.
  public enum State {
    MAKING,
    READY,
    SUSPENDED,
    REMOVING,
    /// It was not made, or not removed; the job says why.
    FAILED
  }
}
