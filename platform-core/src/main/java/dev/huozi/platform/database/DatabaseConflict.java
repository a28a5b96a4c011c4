package dev.huozi.platform.database;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The database refused a statement because of other data or other transactions. Whoever knows what
/// the constraint means catches it and words it for the user; else it is told as a conflict in
/// general. PostgreSQL's own text is left out: it holds values.
public final class DatabaseConflict extends ProblemException {
  private static final long serialVersionUID = 1L;

  /// What stood in the way.
  public enum Kind {
    /// A unique index (23505) or an exclusion constraint (23P01).
    UNIQUE,
    /// A reference that points nowhere, or a row that is still referred to (23503).
    REFERENCE,
    /// A check constraint (23514).
    CHECK,
    /// A column that must have a value (23502); `constraint` names the column.
    REQUIRED,
    /// A lock was not to be had in time (55P03).
    LOCKED,
    /// A serialization failure or a deadlock (40001, 40P01): the whole transaction may be repeated.
    REPEAT;

    /// Waiting or repeating may help.
    public boolean isPassing() {
      return this == LOCKED || this == REPEAT;
    }
  }

  private final Kind kind;
  private final @Nullable String table;
  private final @Nullable String constraint;

  DatabaseConflict(Kind kind, @Nullable String table, @Nullable String constraint) {
    super(kind.isPassing() ? PlatformError.CONTENDED : PlatformError.CONSTRAINT_VIOLATED);
    this.kind = kind;
    this.table = table;
    this.constraint = constraint;
  }

  public Kind kind() {
    return kind;
  }

  /// The physical name of the table, when the database tells.
  public @Nullable String table() {
    return table;
  }

  /// The physical name of the constraint or unique index, when the database tells.
  public @Nullable String constraint() {
    return constraint;
  }

  @Override
  public String getMessage() {
    return "%s at constraint (%s) of table (%s)".formatted(kind, constraint, table);
  }
}
