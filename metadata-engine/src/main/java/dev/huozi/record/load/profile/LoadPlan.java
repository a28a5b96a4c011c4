package dev.huozi.record.load.profile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.file.SheetRow;
import dev.huozi.record.load.file.SheetRow.Cell;
import dev.huozi.record.query.ColumnKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A profile that fits a file and a model: rows go in, values for each target come out.
public final class LoadPlan {
  private final List<PlannedTarget> targets;

  LoadPlan(List<PlannedTarget> targets) {
    this.targets = List.copyOf(targets);
  }

  /// A target with its object and its columns.
  public record PlannedTarget(
      ImportProfile.Target target, ObjectModel object, List<PlannedColumn> columns) {
    public PlannedTarget {
      columns = List.copyOf(columns);
    }

    /// The column that fills a field, or null.
    public @Nullable PlannedColumn columnOf(@Nullable String field) {
      for (PlannedColumn column : columns) {
        if (column.name().equals(field)) {
          return column;
        }
      }
      return null;
    }
  }

  /// A column with its place in the file.
  ///
  /// @param name property of the record: a field's API name, or `id`
  /// @param field null for `id`
  public record PlannedColumn(
      int place, String header, String name, @Nullable FieldModel field, CellReader reader) {
    boolean canBeCleared() {
      return field != null && ColumnKind.of(field) != ColumnKind.BOOLEAN;
    }
  }

  /// What a row means for one target.
  ///
  /// @param values null when all its cells of this target are blank: the target is left out
  public record Shaped(@Nullable ObjectNode values, List<CellFault> faults) {
    public Shaped {
      faults = List.copyOf(faults);
    }
  }

  /// A cell that cannot be read.
  public record CellFault(PlannedColumn column, LoadError code, String text) {}

  public List<PlannedTarget> targets() {
    return targets;
  }

  /// The values of a row for a target.
  public static Shaped shape(PlannedTarget target, SheetRow.Cells row) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    List<CellFault> faults = new ArrayList<>();
    boolean blank = true;
    for (PlannedColumn column : target.columns()) {
      Cell cell = row.cell(column.place());
      if (!cell.isBlank()) {
        blank = false;
        switch (column.reader().read(cell)) {
          case CellValue.Read(var json) -> values.set(column.name(), json);
          case CellValue.Unreadable(LoadError code) ->
              faults.add(new CellFault(column, code, cell.text()));
        }
      } else if (target.target().clears() && column.canBeCleared()) {
        values.set(column.name(), NullNode.instance);
      }
    }
    return new Shaped(blank ? null : values, faults);
  }
}
