package dev.huozi.metadata.change;

import dev.huozi.platform.tenant.RequestContext;

/// The one way to change a tenant's model.
public interface MetadataPublisher {
  /// What publishing would do. Throws one problem (`METADATA_INVALID`) with all issues when the
  /// wished model is not complete or not possible.
  DeployPlan plan(RequestContext context, ChangeList changes);

  /// Checks, plans and applies in one transaction. Returns the new version, or `baseVersion` when
  /// nothing differs. Throws `METADATA_STALE` (409) when the tenant is no longer at `baseVersion`.
  /// Only for administrators.
  long publish(RequestContext context, ChangeList changes, long baseVersion);
}
