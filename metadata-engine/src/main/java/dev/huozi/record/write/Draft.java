package dev.huozi.record.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.record.RecordView;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One record on its way into the database.
///
/// @param index place among the records of the command, from 0
/// @param input what the caller sent
/// @param defaults what a new record gets where the caller sent nothing
/// @param before the record as it is, null when it is new
/// @param values what will be written, in the shapes of `RecordView`
/// @param pending references named by a unique value, not yet found
/// @param refused fields that have an issue already: later steps leave them alone
record Draft(
    int index,
    UUID id,
    ObjectNode input,
    ObjectNode defaults,
    @Nullable RecordView before,
    Map<FieldModel, @Nullable Object> values,
    Map<FieldModel, PendingReference> pending,
    Set<FieldModel> refused) {
  Draft {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    pending = Collections.unmodifiableMap(new LinkedHashMap<>(pending));
    refused = Collections.unmodifiableSet(new HashSet<>(refused));
  }

  static Draft of(int index, UUID id, ObjectNode input, @Nullable RecordView before) {
    return new Draft(index, id, input, input.objectNode(), before, Map.of(), Map.of(), Set.of());
  }

  boolean isNew() {
    return before == null;
  }

  /// The field's value as it will be.
  @Nullable Object value(FieldModel field) {
    return values.containsKey(field) ? values.get(field) : valueBefore(field);
  }

  @Nullable Object valueBefore(FieldModel field) {
    return before == null ? null : before.get(field.name());
  }

  /// True when the field will hold something, even if it is not known yet what.
  boolean isFilled(FieldModel field) {
    return pending.containsKey(field) || value(field) != null;
  }

  boolean isTouched(FieldModel field) {
    return values.containsKey(field) || pending.containsKey(field);
  }

  Draft withDefaults(ObjectNode values) {
    return new Draft(index, id, input, values, before, this.values, pending, refused);
  }

  Draft with(
      Map<FieldModel, @Nullable Object> all,
      Map<FieldModel, PendingReference> waiting,
      Set<FieldModel> bad) {
    return new Draft(index, id, input, defaults, before, all, waiting, bad);
  }

  Draft refusing(FieldModel field) {
    Set<FieldModel> more = new HashSet<>(refused);
    more.add(field);
    return new Draft(index, id, input, defaults, before, values, pending, more);
  }

  /// What really differs from the record as it is; everything for a new one.
  Map<FieldModel, @Nullable Object> changes() {
    if (before == null) {
      return values;
    }
    Map<FieldModel, @Nullable Object> changes = new LinkedHashMap<>();
    values.forEach((field, value) -> {
      if (!SameValue.test(valueBefore(field), value)) {
        changes.put(field, value);
      }
    });
    return changes;
  }
}
