package dev.huozi.platform.problem;

/// Whose fault a failure is and what a caller can do about it. Decides the HTTP status unless a
/// code says otherwise.
public enum Category {
  /// The input is wrong: correct it and try again.
  USER(422),
  /// There is no such thing, or none that this caller may know of.
  NOT_FOUND(404),
  /// The caller may not do this.
  FORBIDDEN(403),
  /// Somebody else was faster: read again, then repeat.
  CONFLICT(409),
  /// A limit was reached: ask for less, or later.
  LIMIT(429),
  /// Our fault. Nothing of it is shown but an incident id.
  INTERNAL(500);

  private final int status;

  Category(int status) {
    this.status = status;
  }

  /// The HTTP status that fits when the code does not name its own.
  public int status() {
    return status;
  }
}
