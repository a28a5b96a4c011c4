package dev.huozi.metadata.pack;

import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.model.MetadataRef;
import java.util.List;

/// What removing a pack would do to a tenant.
///
/// @param version the installed version
/// @param goes the components that go
/// @param stays what the pack brought that stays, as the tenant's own
/// @param localEdits the tenant's own changes to what goes: they go with it, so export first
public record UninstallPlan(
    String pack,
    String version,
    DeployPlan plan,
    List<Gone> goes,
    List<Left> stays,
    List<PackPlan.Kept> localEdits) {
  public UninstallPlan {
    goes = List.copyOf(goes);
    stays = List.copyOf(stays);
    localEdits = List.copyOf(localEdits);
  }

  /// A component that goes.
  ///
  /// @param rows how many records go with it, or lose a value
  public record Gone(MetadataRef ref, long rows) {}

  /// A component that stays.
  public record Left(MetadataRef ref, Reason reason) {}

  /// Why something stays.
  public enum Reason {
    /// A later version of the pack dropped it, but the tenant had changed it and kept it.
    KEPT_BY_TENANT
  }
}
