package dev.huozi.record.load.job;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.query.ReferenceTargets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// An order in which records of several objects can be deleted.
final class DeletionOrder {
  private DeletionOrder() {}

  /// The ids of the objects, each before those that it refers to. Where they refer to each other in
  /// a circle, the circle is cut at the object of the lowest id. Objects that are gone are left
  /// out.
  static List<Long> of(MetadataSnapshot snapshot, Collection<Long> ids) {
    List<ObjectModel> left = new ArrayList<>();
    snapshot.objects().stream()
        .filter(object -> ids.contains(object.id()))
        .sorted(java.util.Comparator.comparingLong(ObjectModel::id))
        .forEach(left::add);
    List<Long> order = new ArrayList<>();
    while (!left.isEmpty()) {
      ObjectModel next =
          left.stream()
              .filter(one -> left.stream().noneMatch(other -> refers(snapshot, other, one)))
              .findFirst()
              .orElse(left.getFirst());
      order.add(next.id());
      left.remove(next);
    }
    return order;
  }

  private static boolean refers(MetadataSnapshot snapshot, ObjectModel from, ObjectModel to) {
    return from.id() != to.id()
        && from.fields().stream()
            .flatMap(field -> ReferenceTargets.of(field, snapshot).stream())
            .anyMatch(target -> target.object().id() == to.id());
  }
}
