package dev.huozi.formula.syntax;

import java.util.List;

/// Words with a meaning of their own, in English and Chinese. A field of that name is written in
/// brackets.
enum Word {
  TRUE("true", "真"),
  FALSE("false", "假"),
  NULL("null", "空"),
  AND("and", "且"),
  OR("or", "或"),
  NOT("not", "非"),
  IN("in", "属于");

  private final List<String> spellings;

  Word(String... spellings) {
    this.spellings = List.of(spellings);
  }

  boolean matches(String text) {
    return spellings.stream().anyMatch(text::equalsIgnoreCase);
  }

  static boolean isReserved(String text) {
    for (Word word : values()) {
      if (word.matches(text)) {
        return true;
      }
    }
    return false;
  }
}
