package dev.huozi.record.sql;

import dev.huozi.formula.check.FieldPath;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.formula.FormulaValues;
import dev.huozi.record.query.ColumnKind;
import dev.huozi.record.query.FieldRef;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The record that would refer to one of the queried ones: `$Record` of their filter. Its values
/// are known and go into the statement bound.
///
/// @param values gives the value of a field, in the shapes of `RecordView`
public record ReferringRecord(
    ObjectModel object, MetadataSnapshot snapshot, Function<FieldRef, @Nullable Object> values) {

  boolean isBlank(FieldPath path) {
    return known(BoundFormula.ofRecord(path, object, snapshot)) == null;
  }

  SqlFragment value(FieldPath path) {
    FieldRef ref = BoundFormula.ofRecord(path, object, snapshot);
    Object value = known(ref);
    return switch (ColumnKind.of(ref.field())) {
      case TEXT -> SqlFragment.of("?::text", value);
      case NUMERIC -> SqlFragment.of("?::numeric", value);
      case BOOLEAN -> SqlFragment.of("?::bool", value);
      case DATE -> SqlFragment.of("?::date", value);
      case INSTANT -> SqlFragment.of("?::timestamptz", value);
      case ID -> SqlFragment.of("?::uuid", value);
    };
  }

  private @Nullable Object known(FieldRef ref) {
    return FormulaValues.input(values.apply(ref));
  }
}
