package dev.huozi.metadata.change;

import org.jspecify.annotations.Nullable;

/// What a person saw and agreed to.
///
/// @param baseVersion the tenant's version that the plan was made for
/// @param digest `DeployPlan.digest()` of the plan that was seen; null for any plan at that version
/// @param destroy whether stored values may become unreachable
public record Approval(long baseVersion, @Nullable String digest, boolean destroy) {
  /// Whatever changes at that version, as long as nothing stored is lost.
  public static Approval at(long baseVersion) {
    return new Approval(baseVersion, null, false);
  }
}
