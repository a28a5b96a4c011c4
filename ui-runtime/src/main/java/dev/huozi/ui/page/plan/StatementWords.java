package dev.huozi.ui.page.plan;

import dev.huozi.metadata.change.PlannedStatement;
import dev.huozi.metadata.schema.LockLevel;
import dev.huozi.metadata.schema.Rewrite;
import dev.huozi.ui.page.Formats;
import dev.huozi.ui.page.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Says statements of a plan in words: who waits, how much is read or written.
final class StatementWords {
  private static final long MEGABYTE = 1_000_000;

  private final Words words;
  private final Formats formats;

  StatementWords(Words words, Formats formats) {
    this.words = words;
    this.formats = formats;
  }

  List<PlanView.Statement> of(List<PlannedStatement> statements) {
    return statements.stream().map(this::of).toList();
  }

  private PlanView.Statement of(PlannedStatement statement) {
    return new PlanView.Statement(
        statement.sql(),
        statement.lock().words(),
        words.get("waits_" + waits(statement.lock())),
        isLongLock(statement),
        effort(statement),
        statement.afterwards());
  }

  /// About how long, and why.
  private String effort(PlannedStatement statement) {
    if (statement.rewrite() == Rewrite.NONE) {
      return words.get("rewrite_none");
    }
    return words.get(
        "rewrite_" + statement.rewrite().name().toLowerCase(Locale.ROOT),
        PlanViews.effort(words, Duration.ofMillis(statement.millis())),
        formats.count(statement.rows(), false),
        formats.count(Math.max(1, statement.bytes() / MEGABYTE), false));
  }

  private static String waits(LockLevel lock) {
    return switch (lock) {
      case NONE, ROW_EXCLUSIVE, SHARE_UPDATE_EXCLUSIVE -> "nobody";
      case SHARE, SHARE_ROW_EXCLUSIVE -> "writers";
      case ACCESS_EXCLUSIVE -> "everybody";
    };
  }

  /// Somebody waits, and not only for milliseconds.
  static boolean isLongLock(PlannedStatement statement) {
    return !waits(statement.lock()).equals("nobody") && statement.rewrite() != Rewrite.NONE;
  }
}
