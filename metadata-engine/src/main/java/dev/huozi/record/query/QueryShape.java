package dev.huozi.record.query;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import java.util.List;

/// What a query asks, resolved, without what changes from request to request: the part of a plan
/// that is worth caching.
///
/// @param snapshot the model that the names were resolved against
/// @param selected fields to return, in order
/// @param filters conditions that must all be true
/// @param searchFields own text fields that search looks into
/// @param sort keys in order; the id follows as the last one
public record QueryShape(
    ObjectModel object,
    MetadataSnapshot snapshot,
    List<Selected> selected,
    List<Filter> filters,
    List<FieldRef> searchFields,
    List<SortKey> sort) {
  public QueryShape {
    selected = List.copyOf(selected);
    filters = List.copyOf(filters);
    searchFields = List.copyOf(searchFields);
    sort = List.copyOf(sort);
  }

  /// The version of the model.
  public long snapshotVersion() {
    return snapshot.version();
  }

  /// A field to return.
  ///
  /// @param targets for a reference: the objects it may point at, whose names are fetched with it
  public record Selected(FieldRef ref, List<ReferenceTargets.Target> targets) {
    public Selected {
      targets = List.copyOf(targets);
    }
  }
}
