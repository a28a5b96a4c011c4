package dev.huozi.formula.syntax;

import dev.huozi.formula.diagnostic.SourceSpan;

/// A token with its place.
///
/// @param text the name without brackets, the text without quotes and escapes, the digits of a
///   number; else the symbol
record Token(TokenKind kind, String text, int start, int end) {
  SourceSpan span() {
    return new SourceSpan(start, end);
  }

  boolean isWord(Word word) {
    return kind == TokenKind.NAME && word.matches(text);
  }
}
