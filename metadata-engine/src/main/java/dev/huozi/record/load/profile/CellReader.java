package dev.huozi.record.load.profile;

import dev.huozi.record.load.file.SheetRow.Cell;

/// Reads the cells of one column as values of one field. The cell is not blank.
@FunctionalInterface
interface CellReader {
  CellValue read(Cell cell);
}
