package dev.huozi.record.formula;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.query.FieldRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/// Which stored formula fields of referring records change with a field of a record.
public final class Dependants {
  private static final Map<MetadataSnapshot, Dependants> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Map<Trigger, List<Dependant>> byTrigger = new HashMap<>();

  private Dependants() {}

  /// A field of an object. Fields of the system are the same in every object.
  private record Trigger(long object, FieldModel field) {}

  /// @param way the references from the dependant's record to the one that changes
  private record Dependant(ObjectModel object, ComputedField field, List<FieldRef.Hop> way) {}

  /// Stored fields of one object to compute anew.
  ///
  /// @param ways the references that lead to the changed records; a record counts when one does
  public record Affected(
      ObjectModel object, Set<ComputedField> fields, Set<List<FieldRef.Hop>> ways) {}

  public static Dependants of(MetadataSnapshot snapshot) {
    return KNOWN.computeIfAbsent(snapshot, Dependants::find);
  }

  private static Dependants find(MetadataSnapshot snapshot) {
    Dependants all = new Dependants();
    ComputedFields fields = ComputedFields.of(snapshot);
    for (ObjectModel object : snapshot.objects()) {
      for (ComputedField computed : fields.stored(object)) {
        fields.given(computed.formula().fields()).forEach(ref -> all.add(object, computed, ref));
      }
    }
    return all;
  }

  private void add(ObjectModel object, ComputedField computed, FieldRef ref) {
    for (int i = 1; i <= ref.path().size(); i++) {
      List<FieldRef.Hop> way = ref.path().subList(0, i);
      FieldModel read = i < ref.path().size() ? ref.path().get(i).lookup() : ref.field();
      byTrigger
          .computeIfAbsent(new Trigger(way.getLast().target().id(), read), _ -> new ArrayList<>())
          .add(new Dependant(object, computed, List.copyOf(way)));
    }
  }

  /// What changes when these fields of an object do.
  public Collection<Affected> of(ObjectModel object, Collection<FieldModel> changed) {
    Map<Long, Affected> affected = new LinkedHashMap<>();
    for (FieldModel field : changed) {
      for (Dependant one : byTrigger.getOrDefault(new Trigger(object.id(), field), List.of())) {
        Affected all =
            affected.computeIfAbsent(
                one.object().id(),
                _ -> new Affected(one.object(), new LinkedHashSet<>(), new LinkedHashSet<>()));
        all.fields().add(one.field());
        all.ways().add(one.way());
      }
    }
    return affected.values();
  }
}
