package dev.huozi.ui.page.plan;

import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.change.PlannedItem.Operation;
import dev.huozi.metadata.change.Use;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.schema.Rewrite;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.Words;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Makes the view of a plan, and the tree of any list of differences.
@Singleton
public class PlanViews {
  private static final int SHORT_MILLIS = 1000;
  private static final int MINUTE_SECONDS = 60;

  private final MetadataKinds kinds;

  public PlanViews(MetadataKinds kinds) {
    this.kinds = kinds;
  }

  public PlanView of(PageContext page, DeployPlan plan) {
    ChangeTree tree = tree(page, plan.items());
    Words words = page.words();
    LossWords losses = new LossWords(words, page.formats(), tree);
    return new PlanView(
        new PlanView.Approved(plan.baseVersion(), plan.digest()),
        tallies(words, plan.items()),
        tree.of(plan.items()),
        new StatementWords(words, page.formats()).of(plan.statements()),
        effort(words, plan.estimate()),
        losses.of(plan.losses()),
        users(page, plan.affected(), tree),
        warnings(words, plan),
        losses.needed(plan.losses()));
  }

  /// Who uses something, each place once.
  public List<PlanView.User> users(PageContext page, List<Use> uses, ChangeTree tree) {
    return uses.stream().map(use -> user(page.words(), tree, use)).distinct().toList();
  }

  /// About how long, in words that promise no more than an estimate can.
  static String effort(Words words, Duration estimate) {
    if (estimate.toMillis() < SHORT_MILLIS) {
      return words.get("effort_short");
    }
    return estimate.toSeconds() < MINUTE_SECONDS
        ? words.get("effort_seconds", Math.max(1, estimate.toSeconds()))
        : words.get("effort_minutes", Math.max(1, estimate.toMinutes()));
  }

  private static PlanView.User user(Words words, ChangeTree tree, Use use) {
    return new PlanView.User(
        KindWords.label(words, use.user().kind()),
        tree.component(use.user()),
        tree.path(use.user(), use.path()),
        tree.href(use.user()));
  }

  /// Says differences in words; `known` are items whose new names it shall know.
  public ChangeTree tree(PageContext page, List<PlannedItem> known) {
    ModelLabels labels = new ModelLabels(page.snapshot(), kinds, page.words(), known);
    return new ChangeTree(labels, new ComponentLinks(page.snapshot(), labels));
  }

  public List<PlanView.Tally> tallies(Words words, List<PlannedItem> items) {
    List<PlanView.Tally> tallies = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      long count = items.stream().filter(item -> item.operation() == operation).count();
      if (count > 0) {
        tallies.add(new PlanView.Tally(Signs.of(words, operation), Long.toString(count)));
      }
    }
    return tallies;
  }

  private static List<String> warnings(Words words, DeployPlan plan) {
    List<String> warnings = new ArrayList<>();
    if (!plan.losses().isEmpty()) {
      warnings.add(words.get("warn_destructive"));
    }
    if (plan.statements().stream().anyMatch(statement -> statement.rewrite() == Rewrite.REWRITE)) {
      warnings.add(words.get("warn_rewrite"));
    }
    if (plan.statements().stream().anyMatch(StatementWords::isLongLock)) {
      warnings.add(words.get("warn_lock"));
    }
    return warnings;
  }
}
