package dev.huozi.metadata.change;

import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.platform.tenant.RequestContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who uses a component or a field, in the published model.
public interface WhereUsed {
  /// The uses, with their property paths. Throws `METADATA_NOT_FOUND` when there is no such thing.
  ///
  /// @param field a field of that object or extension, null for the component itself
  List<Use> of(RequestContext context, MetadataRef used, @Nullable String field);

  /// "Delete with fixes": the change list that removes it and everything that can be taken out with
  /// it. Throws `METADATA_INVALID` with one issue for each use that somebody has to change first.
  ChangeList removalWithFixes(RequestContext context, MetadataRef used, @Nullable String field);
}
