package dev.huozi.ui.page.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan as a reader sees it, in his language.
///
/// @param kinds what changes, by kind of component
/// @param warnings sentences that stand above everything else
/// @param needed what must be ticked before the plan may be carried out, in words; null when
///   nothing is lost
public record PlanView(
    Approved approved,
    List<Tally> tallies,
    List<Kind> kinds,
    List<Statement> statements,
    String effort,
    List<Loss> losses,
    List<User> affected,
    List<String> warnings,
    @Nullable String needed) {
  public PlanView {
    tallies = List.copyOf(tallies);
    kinds = List.copyOf(kinds);
    statements = List.copyOf(statements);
    losses = List.copyOf(losses);
    affected = List.copyOf(affected);
    warnings = List.copyOf(warnings);
  }

  /// What goes back with the form: exactly this plan.
  public record Approved(long baseVersion, String digest) {}

  /// What happens, as a mark and as a word, so that neither colour nor shape alone must be read.
  ///
  /// @param id `add`, `change`, `remove`, `none`
  public record Sign(String id, String mark, String word) {
    static final Sign NONE = new Sign("none", "", "");
  }

  /// How many of one sort: `3 added`.
  public record Tally(Sign sign, String count) {}

  /// The changed components of one kind.
  public record Kind(String label, String icon, List<Component> components) {
    public Kind {
      components = List.copyOf(components);
    }
  }

  /// One component.
  ///
  /// @param sign of the component as a whole
  /// @param href its page, or null
  /// @param risk the highest of its lines
  /// @param open whether its lines are shown from the start
  public record Component(
      Sign sign,
      String label,
      String name,
      @Nullable String href,
      Risk risk,
      boolean open,
      List<Line> lines) {
    public Component {
      lines = List.copyOf(lines);
    }
  }

  /// One property, or one item of a list.
  ///
  /// @param label the property as a reader calls it
  /// @param detail what it is: the type of a field
  /// @param before null where there was none, or where `rows` tell
  /// @param after likewise
  /// @param rows items of a list that came, went or moved; properties of what is new
  /// @param folded whether the rows are many and wait behind a click
  public record Line(
      Sign sign,
      String label,
      String detail,
      @Nullable String before,
      @Nullable String after,
      List<Row> rows,
      boolean folded,
      Risk risk) {
    public Line {
      rows = List.copyOf(rows);
    }
  }

  /// One item of a list.
  ///
  /// @param sign none for what stays, and for plain properties
  public record Row(Sign sign, String text) {}

  /// How much to think.
  ///
  /// @param id `safe`, `careful`, `destructive`
  /// @param label empty for safe
  public record Risk(String id, String label) {}

  /// One statement.
  public record Statement(
      String sql, String lock, String waiting, boolean blocking, String effort, boolean later) {}

  /// What can no longer be reached.
  public record Loss(String label, String rows) {}

  /// Who uses what changes.
  public record User(String kind, String label, String where, @Nullable String href) {}

  /// How many statements belong to the publication.
  public long statementsNow() {
    return statements.stream().filter(statement -> !statement.later()).count();
  }

  /// How many follow it.
  public long statementsLater() {
    return statements.stream().filter(Statement::later).count();
  }

  /// Whether there is anything to do.
  public boolean isEmpty() {
    return kinds.isEmpty();
  }
}
