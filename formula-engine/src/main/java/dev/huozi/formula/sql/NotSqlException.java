package dev.huozi.formula.sql;

import dev.huozi.formula.diagnostic.SourceSpan;
import dev.huozi.platform.value.LocalizedText;

/// Leaves the translation at the first part that has no SQL form. Never leaves this package.
final class NotSqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SourceSpan span;
  private final transient LocalizedText reason;

  NotSqlException(SourceSpan span, LocalizedText reason) {
    super(null, null, false, false);
    this.span = span;
    this.reason = reason;
  }

  NotSqlException(SourceSpan span, String zh, String en) {
    this(span, LocalizedText.of(zh, en));
  }

  SourceSpan span() {
    return span;
  }

  LocalizedText reason() {
    return reason;
  }
}
