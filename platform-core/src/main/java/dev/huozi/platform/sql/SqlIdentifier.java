package dev.huozi.platform.sql;

/// A name that may stand in SQL text: generated or constant, never taken from a user. Holds only
/// `a-z`, `0-9` and `_`, so that it never needs quoting rules.
public record SqlIdentifier(String name) {
  public SqlIdentifier {
    if (name.isEmpty() || name.length() > 63) {
      throw new IllegalArgumentException(
          "An SQL identifier must have 1 to 63 characters, got (%s).".formatted(name));
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c == '_';
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !(digit && i > 0)) {
        throw new IllegalArgumentException(
            "An SQL identifier is made of a-z, 0-9 and _, got (%s).".formatted(name));
      }
    }
  }

  /// Quoted, so that a generated name may also be a reserved word.
  public String quoted() {
    return '"' + name + '"';
  }

  @Override
  public String toString() {
    return name;
  }
}
