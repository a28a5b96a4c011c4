package dev.huozi.ui.page.pack;

import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.change.PlannedStatement;
import dev.huozi.ui.page.Words;
import java.util.List;

/// The steps that a publication has gone through.
final class Steps {
  private Steps() {}

  /// @param waiting steps that are still to be done
  static List<PackPages.Step> of(Words words, DeployPlan plan, long version, int waiting) {
    int components = (int) plan.items().stream().map(PlannedItem::ref).distinct().count();
    int later = (int) plan.statements().stream().filter(PlannedStatement::afterwards).count();
    int ddl = plan.statements().size() - later;
    return List.of(
        step(words, "step_checked", words.get("step_checked_detail", components)),
        step(words, "step_catalogue", words.get("step_catalogue_detail", version)),
        step(words, "step_ddl", words.get("step_ddl_detail", ddl)),
        later(words, later, waiting));
  }

  private static PackPages.Step later(Words words, int all, int waiting) {
    if (waiting > 0) {
      String detail = words.get("step_later_waiting", waiting);
      return new PackPages.Step(words.get("step_later"), detail, true);
    }
    String detail = all == 0 ? words.get("step_later_none") : words.get("step_later_done", all);
    return step(words, "step_later", detail);
  }

  private static PackPages.Step step(Words words, String label, String detail) {
    return new PackPages.Step(words.get(label), detail, false);
  }
}
