package dev.huozi.ui.page.version;

import dev.huozi.ui.page.plan.PlanView;
import dev.huozi.ui.page.plan.ProgressView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the pages of versions show.
public final class VersionPages {
  private VersionPages() {}

  /// Versions, newest first.
  ///
  /// @param progress what is being done to the tables
  /// @param olderHref the next page, or null at the end
  public record Home(List<Row> rows, ProgressView progress, @Nullable String olderHref) {}

  /// One version.
  ///
  /// @param pack the pack that it installed, with its version; empty for none
  /// @param from whether the form for a comparison begins with this one as the older
  /// @param to likewise, as the newer
  public record Row(
      long version,
      String at,
      String author,
      String reason,
      String pack,
      int items,
      boolean current,
      boolean from,
      boolean to,
      String href) {}

  /// One version with what it changed.
  ///
  /// @param rollbackHref null for the version that is in force
  /// @param compareHref likewise
  public record One(
      Row row,
      List<PlanView.Tally> tallies,
      List<PlanView.Kind> changes,
      @Nullable String previousHref,
      @Nullable String nextHref,
      @Nullable String rollbackHref,
      @Nullable String compareHref) {}

  /// The difference of two.
  public record Difference(
      long from, long to, List<PlanView.Tally> tallies, List<PlanView.Kind> changes) {}

  /// Going back to an earlier version.
  ///
  /// @param plan null when it is not possible
  public record Rollback(
      long to, long current, @Nullable PlanView plan, String reason, List<String> problems) {}
}
