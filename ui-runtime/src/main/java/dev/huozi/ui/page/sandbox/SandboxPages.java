package dev.huozi.ui.page.sandbox;

import dev.huozi.ui.page.Refusal;
import dev.huozi.ui.page.plan.PlanView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the pages of sandboxes show.
public final class SandboxPages {
  private SandboxPages() {}

  /// All sandboxes of the tenant.
  ///
  /// @param busy whether something is under way: then the page asks again
  /// @param full whether there are as many as there may be
  /// @param nested true inside of a sandbox, which has none of its own
  /// @param typed name of the sandbox that was refused
  public record Home(
      List<Row> rows,
      boolean busy,
      boolean full,
      boolean nested,
      String typed,
      List<Refusal> problems) {
    public Home {
      rows = List.copyOf(rows);
      problems = List.copyOf(problems);
    }
  }

  /// One sandbox.
  ///
  /// @param state `making`, `ready`, `suspended`, `removing`, `failed`
  /// @param since when it was made; empty while it is not
  /// @param work how far it is, or null when nothing is under way
  /// @param failure why it failed; empty when it did not
  /// @param href what was tried there, or null while it is not ready
  public record Row(
      String code,
      String name,
      String state,
      String word,
      String since,
      @Nullable Work work,
      String failure,
      @Nullable String href,
      String deletion) {}

  /// A long work.
  ///
  /// @param percent of the whole, or `UNKNOWN`
  /// @param line percent, rate and time left in words
  public record Work(int percent, String step, String line) {
    static final int UNKNOWN = -1;

    public boolean known() {
      return percent != UNKNOWN;
    }
  }

  /// What was tried in one sandbox, step by step: first its packs, then the rest.
  ///
  /// @param steps all steps
  /// @param action where the present step is carried out, or null when nothing is left
  /// @param button what its button says
  /// @param plan of the present step
  /// @param overruled properties that were changed here too
  public record Trial(
      String code,
      String name,
      List<Step> steps,
      @Nullable String action,
      String button,
      @Nullable PlanView plan,
      List<Overruled> overruled,
      List<Refusal> problems) {
    public Trial {
      steps = List.copyOf(steps);
      overruled = List.copyOf(overruled);
      problems = List.copyOf(problems);
    }
  }

  /// One step.
  ///
  /// @param current whether it is the one that the page is about
  public record Step(String label, String detail, boolean current) {}

  /// A property that both changed: the sandbox's value is taken.
  public record Overruled(
      String component, String property, List<String> here, List<String> there) {}
}
