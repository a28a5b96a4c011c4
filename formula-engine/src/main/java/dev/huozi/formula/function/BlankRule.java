package dev.huozi.formula.function;

/// Who deals with blank arguments. Blank text and "" are one value, so "" counts as blank too and
/// never reaches a kernel.
public enum BlankRule {
  /// Blank if an argument is; the kernel sees only values. Generated code tests.
  PROPAGATE,
  /// The kernel sees `null` for a blank and may return `null` (its parameters and result must be
  /// reference types).
  KERNEL,
  /// The kernel sees `null` for a blank and never returns one.
  NEVER_BLANK
}
