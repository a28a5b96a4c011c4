package dev.huozi.record.sql;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.value.Money;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import dev.huozi.record.formula.ComputedField;
import dev.huozi.record.formula.FormulaRecord;
import dev.huozi.record.query.ColumnKind;
import dev.huozi.record.query.FieldRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where in a row the parts of a record stand. Column 0 is the id, column 1 the version.
///
/// @param currency the tenant's currency, for amounts
/// @param sort the columns of the sort values, for cursors
public record RowLayout(String object, String currency, List<Slot> slots, List<SortColumn> sort) {
  public RowLayout {
    slots = List.copyOf(slots);
    sort = List.copyOf(sort);
  }

  /// One value of the record.
  public sealed interface Slot {
    String name();
  }

  /// A value in one column.
  public record ScalarSlot(String name, ColumnKind kind, int column) implements Slot {}

  public record MoneySlot(String name, int column) implements Slot {}

  /// A stored value that may be an error.
  ///
  /// @param error column of the error's kind
  public record FallibleSlot(Slot value, int error) implements Slot {
    @Override
    public String name() {
      return value.name();
    }
  }

  /// A value that is computed of others in the row.
  ///
  /// @param context moment and zone; of one request
  public record ComputedSlot(
      String name, ComputedField field, ComputedInputs inputs, EvaluationContext context)
      implements Slot {}

  /// Where the inputs of a formula stand.
  ///
  /// @param fields by the formula's own name for them
  /// @param ofUser fields of whoever asks
  public record ComputedInputs(Map<FieldRef, Slot> fields, Map<FieldRef, Slot> ofUser) {
    public ComputedInputs {
      fields = Map.copyOf(fields);
      ofUser = Map.copyOf(ofUser);
    }
  }

  /// A reference: at most one of the targets holds an id.
  public record ReferenceSlot(String name, List<TargetColumns> targets) implements Slot {
    public ReferenceSlot {
      targets = List.copyOf(targets);
    }
  }

  public record TargetColumns(String object, int idColumn, int nameColumn) {}

  public record SortColumn(ColumnKind kind, int column) {}

  /// A record and its place in the list.
  public record Found(RecordView record, List<@Nullable Object> sortValues) {}

  /// The slot of a field whose value stands in one column.
  static Slot slot(FieldRef ref, int column) {
    return ref.field().field().type().values() instanceof FieldType.Currency
        ? new MoneySlot(ref.name(), column)
        : new ScalarSlot(ref.name(), ColumnKind.of(ref.field()), column);
  }

  /// Reads one row.
  public Found read(Row row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Slot slot : slots) {
      values.put(slot.name(), read(slot, row));
    }
    List<@Nullable Object> sortValues = new ArrayList<>(sort.size());
    for (SortColumn column : sort) {
      sortValues.add(scalar(column.kind(), row, column.column()));
    }
    UUID id = certain(row.uuid(0));
    Integer version = certain(row.integer(1));
    return new Found(new RecordView(object, id, version, values), sortValues);
  }

  /// One value of a row.
  @Nullable Object read(Slot slot, Row row) {
    return switch (slot) {
      case ScalarSlot(_, ColumnKind kind, int column) -> scalar(kind, row, column);
      case MoneySlot(_, int column) -> {
        BigDecimal amount = row.decimal(column);
        yield amount == null ? null : new Money(amount, currency);
      }
      case ReferenceSlot(_, List<TargetColumns> targets) -> reference(targets, row);
      case FallibleSlot(Slot value, int error) -> {
        String kind = row.text(error);
        yield kind == null ? read(value, row) : new FormulaError(ErrorKind.valueOf(kind), 0, 0);
      }
      case ComputedSlot(_, ComputedField field, ComputedInputs inputs, EvaluationContext context) ->
          field.value(new SlotRecord(row, inputs), context, currency);
    };
  }

  /// A row as a formula sees it.
  private final class SlotRecord implements FormulaRecord {
    private final Row row;
    private final ComputedInputs inputs;

    SlotRecord(Row row, ComputedInputs inputs) {
      this.row = row;
      this.inputs = inputs;
    }

    @Override
    public @Nullable Object value(FieldRef field) {
      return in(inputs.fields(), field);
    }

    @Override
    public @Nullable Object ofUser(FieldRef field) {
      return in(inputs.ofUser(), field);
    }

    private @Nullable Object in(Map<FieldRef, Slot> slots, FieldRef field) {
      Slot slot = slots.get(field);
      if (slot == null) {
        throw new IllegalStateException("Field (%s) was not fetched.".formatted(field));
      }
      return read(slot, row);
    }
  }

  private static @Nullable Reference reference(List<TargetColumns> targets, Row row) {
    for (TargetColumns target : targets) {
      UUID id = row.uuid(target.idColumn());
      if (id != null) {
        return new Reference(target.object(), id, row.text(target.nameColumn()));
      }
    }
    return null;
  }

  private static @Nullable Object scalar(ColumnKind kind, Row row, int column) {
    return switch (kind) {
      case TEXT -> row.text(column);
      case NUMERIC -> row.decimal(column);
      case BOOLEAN -> row.bool(column);
      case DATE -> row.date(column);
      case INSTANT -> row.instant(column);
      case ID -> row.uuid(column);
    };
  }

  private static <T> T certain(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("A row has no id or no version.");
    }
    return value;
  }
}
