package dev.huozi.formula.check;

/// What a blank number, currency or percent field reads as.
public enum BlankMode {
  /// As 0, before anything sees it. The default of formula fields.
  ZERO,
  /// As blank. The default of filters, sharing and rules.
  BLANK
}
