package dev.huozi.metadata.pack;

import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.platform.tenant.RequestContext;

/// Installs and upgrades packs. A pack is one change list; every component remembers its pack.
public interface PackDeployer {
  /// What applying would do. Throws one problem (`METADATA_INVALID`) with all issues, each with
  /// file, line and column.
  DeployPlan plan(RequestContext context, Pack pack);

  /// Applies the pack to the tenant as it is now. Returns the new version, or the present one when
  /// nothing differs.
  long apply(RequestContext context, Pack pack);

  /// The pack as the tenant has it, its own changes to the pack's components included; a problem
  /// (`METADATA_NOT_FOUND`) when it is not installed. What was applied and not changed prints as the same bytes.
  Pack installed(RequestContext context, String pack);
}
