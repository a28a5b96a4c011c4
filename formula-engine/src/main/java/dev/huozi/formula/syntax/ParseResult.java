package dev.huozi.formula.syntax;

import dev.huozi.formula.diagnostic.Diagnostic;
import java.util.List;

/// A surface tree and what was wrong. The tree exists even then, with [Expr.Missing] where parts
/// are missing.
public record ParseResult(String source, Expr expression, List<Diagnostic> diagnostics) {
  public ParseResult {
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
