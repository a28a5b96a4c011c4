package dev.huozi.record.sql;

import dev.huozi.formula.value.FormulaError;
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
        case FormulaError error when isError() -> error.kind().name();
        case FormulaError _ -> kind == ColumnKind.BOOLEAN ? Boolean.FALSE : null;
        case Object _ when isError() -> null;
        case Money money -> money.amount();
        case Reference reference -> holds(reference) ? reference.id() : null;
        case Object value -> value;
      };
    }

    /// The second column of a stored formula.
    private boolean isError() {
      return field.field().type() instanceof FieldType.Formula && !column.equals(field.column());
    }

    private boolean holds(Reference reference) {
      return target == null || target.equalsIgnoreCase(reference.object());
    }
  }

  public static List<FieldColumn> of(FieldModel field) {
    if (field.field().type().isVirtual()) {
      return List.of();
    }
    List<FieldColumn> columns = new ArrayList<>(field.columns().size());
    for (int i = 0; i < field.columns().size(); i++) {
      String target =
          field.field().type() instanceof FieldType.PolyLookup poly ? poly.targets().get(i) : null;
      boolean error = i > 0 && field.field().type() instanceof FieldType.Formula;
      ColumnKind kind = error ? ColumnKind.TEXT : ColumnKind.of(field);
      columns.add(new FieldColumn(field, field.columns().get(i), kind, target));
    }
    return columns;
  }

  static List<FieldColumn> of(Iterable<FieldModel> fields) {
    List<FieldColumn> columns = new ArrayList<>();
    fields.forEach(field -> columns.addAll(of(field)));
    return columns;
  }
}
