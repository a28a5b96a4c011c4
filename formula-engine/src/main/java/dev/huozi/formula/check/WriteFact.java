package dev.huozi.formula.check;

/// Facts about the write that a rule guards.
public enum WriteFact {
  /// ISNEW: the record is being created.
  IS_NEW,
  /// ISCLONE: the record is being created as a copy.
  IS_CLONE
}
