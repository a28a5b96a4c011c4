package dev.huozi.metadata.change;

import dev.huozi.platform.tenant.RequestContext;

/// The one way to change a tenant's model.
public interface MetadataPublisher {
  /// What publishing would do. Throws one problem (`METADATA_INVALID`) with all issues when the
  /// wished model is not complete or not possible.
  DeployPlan plan(RequestContext context, ChangeList changes);

  /// Checks, plans and applies in one transaction. Returns the new version, or the base version
  /// when nothing differs. Only for administrators.
  ///
  /// Throws `METADATA_STALE` (409) when the tenant is no longer at the approved base version,
  /// `METADATA_PLAN_CHANGED` (409) when the plan is another than the one that was seen,
  /// `METADATA_DESTRUCTIVE` (422, one issue for each loss) when values would be lost without
  /// consent.
  long publish(RequestContext context, ChangeList changes, Approval approval);
}
