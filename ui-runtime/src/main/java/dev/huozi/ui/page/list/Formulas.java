package dev.huozi.ui.page.list;

/// Writes pieces of formulas.
final class Formulas {
  private Formulas() {}

  /// A name, in brackets so that any letters will do.
  static String name(String name) {
    return "[" + name + "]";
  }

  /// A text literal.
  static String text(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
