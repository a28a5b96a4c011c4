package dev.huozi.formula.syntax;

import dev.huozi.formula.diagnostic.Diagnostics;
import dev.huozi.formula.diagnostic.SourceSpan;
import java.util.List;

/// A place in a stored formula where a name belongs: `{12}`. Outside texts and comments a brace has
/// no other meaning.
///
/// @param id what the name stands for
public record Hole(String id, SourceSpan span) {

  /// The holes of a stored formula, in order.
  public static List<Hole> find(String stored) {
    return new Lexer(stored, new Diagnostics(), true)
        .run().stream()
            .filter(token -> token.kind() == TokenKind.HOLE)
            .map(token -> new Hole(token.text(), token.span()))
            .toList();
  }
}
