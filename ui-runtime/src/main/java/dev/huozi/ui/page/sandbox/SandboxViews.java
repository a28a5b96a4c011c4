package dev.huozi.ui.page.sandbox;

import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.sandbox.Homecoming;
import dev.huozi.metadata.sandbox.Sandbox;
import dev.huozi.metadata.sandbox.Sandboxes;
import dev.huozi.platform.tenant.TenantJob;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.Refusal;
import dev.huozi.ui.page.Words;
import dev.huozi.ui.page.plan.ChangeTree;
import dev.huozi.ui.page.plan.PlanViews;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes what the pages of sandboxes show.
@Singleton
class SandboxViews {
  private final PlanViews plans;

  SandboxViews(PlanViews plans) {
    this.plans = plans;
  }

  SandboxPages.Home home(
      PageContext page, List<Sandbox> sandboxes, String typed, List<Refusal> problems) {
    List<SandboxPages.Row> rows = sandboxes.stream().map(one -> row(page, one)).toList();
    long counted = sandboxes.stream().filter(one -> one.state() != Sandbox.State.FAILED).count();
    return new SandboxPages.Home(
        rows,
        rows.stream().anyMatch(row -> row.work() != null),
        counted >= Sandboxes.MOST,
        page.request().tenant().origin() != null,
        typed,
        problems);
  }

  private static SandboxPages.Row row(PageContext page, Sandbox sandbox) {
    Words words = page.words();
    String state = sandbox.state().name().toLowerCase(Locale.ROOT);
    TenantJob job = sandbox.job();
    TenantJob.Problem problem = job == null ? null : job.problem();
    boolean running = job != null && job.state() == TenantJob.State.RUNNING;
    return new SandboxPages.Row(
        sandbox.code(),
        Objects.requireNonNullElse(sandbox.name(), sandbox.code()),
        state,
        words.get("sandbox_state_" + state),
        sandbox.createdAt() == null ? "" : page.formats().dateTime(sandbox.createdAt()),
        running ? work(page, Objects.requireNonNull(job)) : null,
        problem == null ? "" : problem.text(words.locale()),
        sandbox.state() == Sandbox.State.READY ? address(sandbox.code()) : null,
        address(sandbox.code()) + "/delete");
  }

  private static SandboxPages.Work work(PageContext page, TenantJob job) {
    Words words = page.words();
    Duration left = job.left();
    if (job.kind() == TenantJob.Kind.DELETE) {
      return new SandboxPages.Work(
          SandboxPages.Work.UNKNOWN, words.get("sandbox_state_removing"), "");
    }
    String step = words.get("job_step_" + job.step().name().toLowerCase(Locale.ROOT));
    String line =
        left == null
            ? words.get("job_line", job.percent())
            : words.get("job_line_left", job.percent(), job.rate(), Math.max(1, left.toSeconds()));
    return new SandboxPages.Work(job.percent(), step, line);
  }

  static String address(String code) {
    return Addresses.path("admin", "sandboxes", code);
  }

  /// The page of what was tried, at the step that is due.
  ///
  /// @param plan of that step, or null when nothing is left or it cannot be done
  SandboxPages.Trial trial(
      PageContext page,
      Sandbox sandbox,
      Homecoming home,
      @Nullable DeployPlan plan,
      List<Refusal> problems) {
    Words words = page.words();
    List<SandboxPages.Step> steps = new ArrayList<>();
    for (Homecoming.TriedPack pack : home.packs()) {
      String detail =
          pack.before() == null ? pack.version() : pack.before() + " → " + pack.version();
      steps.add(
          new SandboxPages.Step(
              words.get("sandbox_step_pack", pack.pack()), detail, steps.isEmpty()));
    }
    boolean changes = !home.changes().changes().isEmpty();
    if (changes || !steps.isEmpty()) {
      steps.add(
          new SandboxPages.Step(
              words.get("sandbox_step_changes"),
              words.get("sandbox_step_count", home.items().size()),
              steps.isEmpty()));
    }
    return new SandboxPages.Trial(
        sandbox.code(),
        Objects.requireNonNullElse(sandbox.name(), sandbox.code()),
        steps,
        steps.isEmpty() ? null : action(sandbox, home),
        home.packs().isEmpty()
            ? words.get("sandbox_apply")
            : words.get("sandbox_apply_pack", home.packs().getFirst().pack()),
        plan == null ? null : plans.of(page, plan),
        overruled(page, home),
        problems);
  }

  private static String action(Sandbox sandbox, Homecoming home) {
    return home.packs().isEmpty()
        ? address(sandbox.code()) + "/apply"
        : address(sandbox.code()) + "/packs/" + home.packs().getFirst().pack();
  }

  private List<SandboxPages.Overruled> overruled(PageContext page, Homecoming home) {
    ChangeTree tree = plans.tree(page, home.items());
    return home.overruled().stream()
        .map(one ->
            new SandboxPages.Overruled(
                tree.component(one.ref()),
                tree.path(one.ref(), one.path()),
                tree.values(one.ref(), one.path(), one.original()),
                tree.values(one.ref(), one.path(), one.sandbox())))
        .toList();
  }
}
