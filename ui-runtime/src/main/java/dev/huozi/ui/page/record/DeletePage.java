package dev.huozi.ui.page.record;

import dev.huozi.ui.page.ObjectHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The question before a record is deleted: what goes with it, what is emptied, what stands in the
/// way.
///
/// @param problem why the last try failed, or null
public record DeletePage(
    ObjectHead object,
    String title,
    String action,
    int version,
    String backHref,
    List<Consequence> consequences,
    @Nullable String problem) {
  public DeletePage {
    consequences = List.copyOf(consequences);
  }

  /// What happens to the records that point at it.
  public enum Fate {
    /// They belong to it and go with it.
    DELETED,
    /// Their reference is emptied.
    EMPTIED,
    /// They forbid it.
    FORBIDS
  }

  /// One kind of records that point at it.
  public record Consequence(Fate fate, String text) {
    public boolean forbids() {
      return fate == Fate.FORBIDS;
    }
  }

  public boolean forbidden() {
    return consequences.stream().anyMatch(Consequence::forbids);
  }
}
