package dev.huozi.metadata.change;

import dev.huozi.metadata.model.VersionEntry;
import dev.huozi.platform.tenant.RequestContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The versions of a tenant's metadata: looking at them, comparing, going back. Only for
/// administrators.
public interface MetadataVersions {
  /// The versions below one, newest first.
  ///
  /// @param before null for the newest
  List<VersionEntry> list(RequestContext context, @Nullable Long before, int limit);

  /// Throws `METADATA_VERSION_UNKNOWN` (404) when there is none.
  VersionEntry get(RequestContext context, long version);

  /// What would turn the model of one version into that of another, packs included.
  List<PlannedItem> diff(RequestContext context, long from, long to);

  /// What going back to a version would do now.
  DeployPlan planRollback(RequestContext context, long to);

  /// Makes a new version that is like a former one. Parked columns and tables come back with what
  /// they hold; the objects of the program itself stay as new as the program. Throws as
  /// `MetadataPublisher.publish` does.
  long rollback(RequestContext context, long to, Approval approval, String reason);
}
