package dev.huozi.formula.diagnostic;

/// A part of a formula's source: from `start` up to, not including, `end`, in UTF-16 units.
public record SourceSpan(int start, int end) {
  public SourceSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "A span must have 0 <= start <= end, got (%d, %d).".formatted(start, end));
    }
  }

  /// From the start of this span to the end of the other.
  public SourceSpan to(SourceSpan other) {
    return new SourceSpan(start, Math.max(start, other.end));
  }

  public int length() {
    return end - start;
  }

  /// The source text of this span.
  public String of(String source) {
    return source.substring(Math.min(start, source.length()), Math.min(end, source.length()));
  }
}
