package dev.huozi.ui.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One import: its file, where the columns go, how far it is, what was wrong.
///
/// @param href address of the page
/// @param color of the state's pill
/// @param file facts about the file
/// @param mapping null where it can no longer be changed
/// @param moreLines true where not all lines are shown
/// @param problems why it stopped, or what is wrong with the mapping
public record ImportPage(
    String href,
    String name,
    String state,
    String stateLabel,
    String color,
    boolean atWork,
    List<String> file,
    @Nullable Mapping mapping,
    Progress progress,
    List<Line> lines,
    boolean moreLines,
    List<String> problems) {
  public ImportPage {
    file = List.copyOf(file);
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /// One row of the list of imports.
  public record Summary(
      String href,
      String name,
      String state,
      String color,
      String at,
      String by,
      String rows,
      String refused) {}

  /// The list of imports, with the place to send a new file.
  ///
  /// @param object that the file is meant for, or empty
  public record Overview(List<Summary> imports, String object) {
    public Overview {
      imports = List.copyOf(imports);
    }
  }

  /// One option of a select.
  public record Choice(String value, String label, boolean selected) {}

  /// @param name of the select
  public record Column(String name, String header, String sample, List<Choice> choices) {
    public Column {
      choices = List.copyOf(choices);
    }
  }

  /// @param columns empty until an object is chosen, and where several objects are filled
  /// @param targets where several objects are filled: what they are
  public record Mapping(
      List<Choice> objects,
      List<Column> columns,
      List<Choice> keys,
      boolean clear,
      String dates,
      List<String> targets) {
    public Mapping {
      objects = List.copyOf(objects);
      columns = List.copyOf(columns);
      keys = List.copyOf(keys);
      targets = List.copyOf(targets);
    }

    public boolean several() {
      return !targets.isEmpty();
    }

    public boolean complete() {
      return several() || !columns.isEmpty();
    }
  }

  /// @param total 0 when nobody knows
  public record Progress(
      long done,
      long total,
      String doneText,
      String totalText,
      String rate,
      String secondsLeft,
      String refused,
      String conflicts,
      boolean anyRefused,
      List<Count> counts) {
    public Progress {
      counts = List.copyOf(counts);
    }
  }

  public record Count(String object, String created, String updated, String unchanged) {}

  public record Line(String line, String kind, String color, List<Note> notes) {
    public Line {
      notes = List.copyOf(notes);
    }
  }

  public record Note(String column, String value, String text) {}

  public boolean is(String other) {
    return state.equals(other);
  }

  /// True once rows have been dealt with.
  public boolean begun() {
    return progress.done() > 0 || atWork;
  }

  public boolean canPause() {
    return is("running");
  }

  public boolean canResume() {
    return is("paused") || is("failed");
  }

  public boolean canCancel() {
    return is("running") || is("paused") || is("checking") || is("failed");
  }

  public boolean canUndo() {
    return is("done") || is("cancelled");
  }
}
