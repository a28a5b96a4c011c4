package dev.huozi.formula.function;

/// Functions that checker and compilers treat themselves: lazy ones, and those with typing rules of
/// their own.
public enum SpecialForm {
  /// An ordinary strict function.
  NONE,
  IF,
  IFS,
  CASE,
  AND,
  OR,
  NOT,
  ISBLANK,
  ISNULL,
  BLANKVALUE,
  NULLVALUE,
  IFERROR,
  IN,
  ISPICKVAL,
  INCLUDES,
  ISNEW,
  ISCLONE,
  ISCHANGED,
  PRIORVALUE
}
