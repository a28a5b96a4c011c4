package dev.huozi.formula.function;

/// Chapters of the function reference.
public enum FunctionGroup {
  LOGIC,
  MATH,
  TEXT,
  DATE,
  CALENDAR,
  PICKLIST,
  GEO,
  RULE
}
