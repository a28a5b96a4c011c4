package dev.huozi.platform.database;

import org.jspecify.annotations.Nullable;

/// The database refused a statement for a reason that is our mistake: a wrong name, a missing right
/// (`42501`), a value that does not fit. Holds the statement's text but no values.
public final class DatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;

  DatabaseFailure(String sqlState, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.sqlState = sqlState;
  }

  public String sqlState() {
    return sqlState;
  }
}
