package dev.huozi.record.sql;

import dev.huozi.platform.database.Row;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.record.RecordSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statement of a summary and how to read its rows.
///
/// @param keys the groups' values
/// @param values the figures
public record RenderedSummary(SqlFragment statement, RowLayout keys, List<Value> values) {
  public RenderedSummary {
    values = List.copyOf(values);
  }

  /// Where a figure stands.
  public sealed interface Value {}

  /// A number of records.
  public record Count(int column) implements Value {}

  /// A value in the shape of a field.
  public record Figure(RowLayout.Slot slot) implements Value {}

  /// Reads one group.
  public RecordSummary.Group read(Row row) {
    List<@Nullable Object> key = new ArrayList<>();
    keys.slots().forEach(slot -> key.add(keys.read(slot, row)));
    List<@Nullable Object> figures = new ArrayList<>();
    for (Value value : values) {
      figures.add(
          switch (value) {
            case Count(int column) -> row.longInteger(column);
            case Figure(RowLayout.Slot slot) -> keys.read(slot, row);
          });
    }
    return new RecordSummary.Group(key, figures);
  }
}
