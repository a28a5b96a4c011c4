package dev.huozi.formula.value;

/// How a kernel says that it has no value: `throw FormulaException.of(ErrorKind.DOMAIN)`. One
/// preallocated instance per kind, without a stack trace, so that throwing costs a jump; compiled
/// code catches it and adds the position. It never leaves an evaluation.
public final class FormulaException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final FormulaException[] INSTANCES = instances();

  private final ErrorKind kind;

  private FormulaException(ErrorKind kind) {
    super(kind.name(), null, false, false);
    this.kind = kind;
  }

  public static FormulaException of(ErrorKind kind) {
    return INSTANCES[kind.ordinal()];
  }

  public ErrorKind kind() {
    return kind;
  }

  private static FormulaException[] instances() {
    ErrorKind[] kinds = ErrorKind.values();
    FormulaException[] all = new FormulaException[kinds.length];
    for (ErrorKind each : kinds) {
      all[each.ordinal()] = new FormulaException(each);
    }
    return all;
  }
}
