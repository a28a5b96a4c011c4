package dev.huozi.record.sql;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.value.Money;
import dev.huozi.record.Reference;
import dev.huozi.record.query.ColumnKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The columns of fields and what each of them holds of a value.
public final class FieldColumns {
  private FieldColumns() {}

  /// One column of a field.
  ///
  /// @param target for a reference: the object it holds ids of
  public record FieldColumn(
      FieldModel field, SqlIdentifier column, ColumnKind kind, @Nullable String target) {

    /// The column's part of the field's value.
    @Nullable Object value(Map<FieldModel, ? extends @Nullable Object> values) {
      return switch (values.get(field)) {
        case null -> null;
        case Money money -> money.amount();
        case Reference reference -> holds(reference) ? reference.id() : null;
        case Object value -> value;
      };
    }

    private boolean holds(Reference reference) {
      return target == null || target.equalsIgnoreCase(reference.object());
    }
  }

  public static List<FieldColumn> of(FieldModel field) {
    List<FieldColumn> columns = new ArrayList<>(field.columns().size());
    for (int i = 0; i < field.columns().size(); i++) {
      String target =
          field.field().type() instanceof FieldType.PolyLookup poly ? poly.targets().get(i) : null;
      columns.add(new FieldColumn(field, field.columns().get(i), ColumnKind.of(field), target));
    }
    return columns;
  }

  static List<FieldColumn> of(Iterable<FieldModel> fields) {
    List<FieldColumn> columns = new ArrayList<>();
    fields.forEach(field -> columns.addAll(of(field)));
    return columns;
  }
}
