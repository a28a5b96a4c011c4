package dev.huozi.formula.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Collects findings while a formula is parsed and checked, at most [#MAXIMUM] of them: more help
/// nobody. Not thread-safe.
public final class Diagnostics {
  public static final int MAXIMUM = 20;

  private final List<Diagnostic> items = new ArrayList<>();

  public void add(Diagnostic diagnostic) {
    if (items.size() < MAXIMUM) {
      items.add(diagnostic);
    }
  }

  public void report(FormulaProblem code, SourceSpan span, Object... namesAndValues) {
    add(Diagnostic.of(code, span, namesAndValues));
  }

  public boolean hasErrors() {
    return items.stream().anyMatch(Diagnostic::isError);
  }

  public List<Diagnostic> list() {
    return Collections.unmodifiableList(items);
  }
}
