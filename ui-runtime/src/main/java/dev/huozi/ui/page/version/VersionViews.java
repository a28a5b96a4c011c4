package dev.huozi.ui.page.version;

import dev.huozi.metadata.change.MetadataVersions;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.VersionEntry;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.plan.PlanViews;
import dev.huozi.ui.page.plan.ProgressViews;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes what the pages of versions show.
@Singleton
public class VersionViews {
  private static final int PAGE_SIZE = 25;

  private final MetadataVersions versions;
  private final PlanViews plans;
  private final ProgressViews progress;

  public VersionViews(MetadataVersions versions, PlanViews plans, ProgressViews progress) {
    this.versions = versions;
    this.plans = plans;
    this.progress = progress;
  }

  /// @param before only versions older than this one; null for the newest
  VersionPages.Home home(PageContext page, @Nullable Long before) {
    List<VersionEntry> found = versions.list(page.request(), before, PAGE_SIZE + 1);
    boolean more = found.size() > PAGE_SIZE;
    List<VersionEntry> shown = more ? found.subList(0, PAGE_SIZE) : found;
    List<VersionPages.Row> rows = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      rows.add(row(page, shown.get(i), i == 1, i == 0));
    }
    String older =
        more
            ? Addresses.query(
                Addresses.VERSIONS, Map.of("before", Long.toString(shown.getLast().version())))
            : null;
    return new VersionPages.Home(rows, progress.now(page), older);
  }

  VersionPages.One one(PageContext page, long version) {
    VersionEntry entry = versions.get(page.request(), version);
    List<PlannedItem> items =
        version <= 1 ? List.of() : versions.diff(page.request(), version - 1, version);
    long current = page.snapshot().version();
    boolean past = version < current;
    return new VersionPages.One(
        row(page, entry, false, false),
        plans.tallies(page.words(), items),
        plans.tree(page, items).of(items),
        version > 1 ? Addresses.version(version - 1) : null,
        past ? Addresses.version(version + 1) : null,
        past ? Addresses.version(version) + "/rollback" : null,
        past ? Addresses.differences(version, current) : null);
  }

  VersionPages.Difference difference(PageContext page, long from, long to) {
    List<PlannedItem> items = versions.diff(page.request(), from, to);
    return new VersionPages.Difference(
        from, to, plans.tallies(page.words(), items), plans.tree(page, items).of(items));
  }

  /// One line about a version: who and when.
  public String line(PageContext page, long version) {
    VersionEntry entry = versions.get(page.request(), version);
    return page.words()
        .get("version_by", author(page, entry), page.formats().dateTime(entry.publishedAt()));
  }

  private static String author(PageContext page, VersionEntry entry) {
    boolean program = entry.author().isEmpty() || entry.author().equals(Component.SYSTEM);
    return program ? page.words().get("the_system") : entry.author();
  }

  private static VersionPages.Row row(
      PageContext page, VersionEntry entry, boolean from, boolean to) {
    String pack =
        entry.pack() == null
            ? ""
            : (entry.pack() + " " + Objects.toString(entry.packVersion(), "")).strip();
    return new VersionPages.Row(
        entry.version(),
        page.formats().dateTime(entry.publishedAt()),
        author(page, entry),
        entry.reason().equals("pack " + pack) ? "" : entry.reason(),
        pack,
        entry.items(),
        entry.version() == page.snapshot().version(),
        from,
        to,
        Addresses.version(entry.version()));
  }
}
