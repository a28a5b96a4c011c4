package dev.huozi.metadata.change;

/// One DDL statement as it would run.
///
/// @param sql the text, to be shown
/// @param rows estimated rows that the statement reads or writes; 0 for a pure catalogue change
public record PlannedStatement(String sql, LockLevel lock, Rewrite rewrite, long rows) {

  /// The strongest table lock the statement takes, by PostgreSQL's name.
  public enum LockLevel {
    /// None on an existing table.
    NONE("none"),
    /// Rows are written; readers and other writers go on.
    ROW_EXCLUSIVE("ROW EXCLUSIVE"),
    /// Readers and writers go on, other changes of the table wait.
    SHARE_UPDATE_EXCLUSIVE("SHARE UPDATE EXCLUSIVE"),
    /// Writers wait, readers go on.
    SHARE("SHARE"),
    /// Writers wait, readers go on.
    SHARE_ROW_EXCLUSIVE("SHARE ROW EXCLUSIVE"),
    /// Readers and writers wait.
    ACCESS_EXCLUSIVE("ACCESS EXCLUSIVE");

    private final String words;

    LockLevel(String words) {
      this.words = words;
    }

    /// As PostgreSQL's manual writes it.
    public String words() {
      return words;
    }
  }

  /// How much of the table the statement goes through.
  public enum Rewrite {
    /// Only the catalogue: milliseconds at any size.
    NONE,
    /// Every row is read.
    SCAN,
    /// Every row is written.
    REWRITE
  }
}
