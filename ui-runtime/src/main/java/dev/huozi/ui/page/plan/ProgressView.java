package dev.huozi.ui.page.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is being done to the tables now, as a reader sees it.
///
/// @param lines empty when there is nothing to tell
public record ProgressView(List<Line> lines) {
  public static final ProgressView NOTHING = new ProgressView(List.of());

  public ProgressView {
    lines = List.copyOf(lines);
  }

  /// One work.
  ///
  /// @param step `prepare`, `publish`, `later`: where it stands in the course of a publication
  /// @param detail how far, or why it waits
  /// @param percent null when nobody knows
  /// @param waiting true for a step that nobody works on now
  public record Line(
      String step, String text, String detail, @Nullable Integer percent, boolean waiting) {}
}
