package dev.huozi.ui.load;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an exported file is.
public enum ExportForm {
  /// UTF-8 with the mark that Chinese spreadsheets want.
  CSV("text/csv;charset=UTF-8", ".csv"),
  /// What older Chinese programs want; characters that it lacks do not exist.
  GB18030("text/csv;charset=GB18030", ".csv"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

  private final String type;
  private final String ending;

  ExportForm(String type, String ending) {
    this.type = type;
    this.ending = ending;
  }

  String type() {
    return type;
  }

  String ending() {
    return ending;
  }

  /// The form of that name, `csv` when none is given, or null when there is none of that name.
  static @Nullable ExportForm find(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return CSV;
    }
    for (ExportForm form : values()) {
      if (form.name().equals(name.toUpperCase(Locale.ROOT))) {
        return form;
      }
    }
    return null;
  }
}
