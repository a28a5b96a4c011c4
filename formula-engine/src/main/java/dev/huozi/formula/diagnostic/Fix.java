package dev.huozi.formula.diagnostic;

import dev.huozi.platform.value.LocalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A change of the source that repairs a diagnostic with one click.
public record Fix(LocalizedText title, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }

  /// Replaces the span by the text; an empty span inserts.
  public record Edit(SourceSpan span, String replacement) {}

  public static Fix replace(LocalizedText title, SourceSpan span, String replacement) {
    return new Fix(title, List.of(new Edit(span, replacement)));
  }

  /// Puts text before and after the span.
  public static Fix wrap(LocalizedText title, SourceSpan span, String before, String after) {
    return new Fix(
        title,
        List.of(
            new Edit(new SourceSpan(span.start(), span.start()), before),
            new Edit(new SourceSpan(span.end(), span.end()), after)));
  }

  /// The source with the fix applied.
  public String applyTo(String source) {
    List<Edit> fromTheEnd = new ArrayList<>(edits);
    fromTheEnd.sort(Comparator.comparingInt((Edit edit) -> edit.span().start()).reversed());
    StringBuilder text = new StringBuilder(source);
    for (Edit edit : fromTheEnd) {
      text.replace(edit.span().start(), edit.span().end(), edit.replacement());
    }
    return text.toString();
  }
}
