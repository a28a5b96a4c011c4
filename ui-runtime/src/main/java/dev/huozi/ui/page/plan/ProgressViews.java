package dev.huozi.ui.page.plan;

import dev.huozi.metadata.change.SchemaProgress;
import dev.huozi.metadata.change.SchemaWatch;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.Words;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Words what is being done to the tables.
@Singleton
public class ProgressViews {
  private static final int WHOLE = 100;

  private final SchemaWatch watch;

  public ProgressViews(SchemaWatch watch) {
    this.watch = watch;
  }

  public ProgressView now(PageContext page) {
    return of(page, watch.now(page.request()));
  }

  /// How many steps are left for later.
  public int waiting(PageContext page) {
    return watch.now(page.request()).waiting().size();
  }

  static ProgressView of(PageContext page, SchemaProgress progress) {
    List<ProgressView.Line> lines = new ArrayList<>();
    progress.running().forEach(running -> lines.add(running(page, running)));
    progress.waiting().forEach(waiting -> lines.add(waiting(page, waiting)));
    return new ProgressView(lines);
  }

  private static ProgressView.Line running(PageContext page, SchemaProgress.Running running) {
    Course course =
        switch (running.step()) {
          case FILL -> new Course("prepare", "progress_fill", "progress_fill_detail");
          case PUBLISH -> new Course("publish", "progress_publish", "progress_publish_detail");
          case LATER -> new Course("later", "progress_later", "progress_later_detail");
        };
    return new ProgressView.Line(
        course.step(),
        page.words().get(course.text()) + where(page, running.object()),
        page.words()
            .get(
                course.detail(),
                page.formats().count(running.number(), false),
                page.formats().count(running.of(), false)),
        percent(running),
        false);
  }

  /// Where a work stands in the course of a publication, and its words.
  private record Course(String step, String text, String detail) {}

  /// Of what PostgreSQL builds now, else of the steps.
  private static @Nullable Integer percent(SchemaProgress.Running running) {
    if (running.percent() != null || running.of() <= 0) {
      return running.percent();
    }
    return switch (running.step()) {
      case FILL -> (int) Math.min(WHOLE, running.number() * WHOLE / running.of());
      case PUBLISH -> (int) ((running.number() - 1) * WHOLE / running.of());
      case LATER -> null;
    };
  }

  private static ProgressView.Line waiting(PageContext page, SchemaProgress.Waiting waiting) {
    Words words = page.words();
    String detail =
        waiting.failure() == null
            ? words.get("progress_waiting_detail")
            : words.get("progress_failed_detail", waiting.attempts(), waiting.failure());
    return new ProgressView.Line(
        "later", words.get("progress_waiting") + where(page, waiting.object()), detail, null, true);
  }

  private static String where(PageContext page, @Nullable String object) {
    ObjectModel model = object == null ? null : page.snapshot().object(object);
    String name = model == null ? object : page.label(model);
    return name == null ? "" : page.words().get("progress_at", Objects.requireNonNull(name));
  }
}
