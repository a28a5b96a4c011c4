package dev.huozi.record.sql;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.value.Money;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
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
    return ref.field().field().type() instanceof FieldType.Currency
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
    };
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
