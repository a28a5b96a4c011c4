package dev.huozi.metadata.schema;

/// The strongest lock that a statement takes on a table in use.
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
