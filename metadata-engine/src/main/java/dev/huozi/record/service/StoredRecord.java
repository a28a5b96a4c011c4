package dev.huozi.record.service;

import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import dev.huozi.record.formula.FormulaInputs;
import dev.huozi.record.formula.FormulaRecord;
import dev.huozi.record.query.FieldRef;
import org.jspecify.annotations.Nullable;

/// A record that nobody is writing, as a formula sees it.
record StoredRecord(RecordView record, FormulaInputs.Related related) implements FormulaRecord {
  @Override
  public @Nullable Object value(FieldRef field) {
    if (!field.isOwn()) {
      return related.value(field, record.get(field.path().getFirst().lookup().name()));
    }
    return field.name().equals("id")
        ? new Reference(record.object(), record.id(), null)
        : record.get(field.name());
  }

  @Override
  public @Nullable Object ofUser(FieldRef field) {
    return related.ofUser(field);
  }
}
