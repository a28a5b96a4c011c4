package dev.huozi.ui.form;

import java.util.List;

/// One field of a form.
///
/// @param input name of the input
/// @param id of the input element
/// @param wide true where it takes the whole width
public record FormField(
    String input,
    String id,
    String label,
    String help,
    boolean required,
    boolean wide,
    List<String> errors,
    Control control,
    Rules rules) {
  public FormField {
    errors = List.copyOf(errors);
  }

  /// A field that no rule has to do with.
  public FormField(
      String input,
      String id,
      String label,
      String help,
      boolean required,
      boolean wide,
      List<String> errors,
      Control control) {
    this(input, id, label, help, required, wide, errors, control, Rules.NONE);
  }

  /// What rules and conditions have to do with a field.
  ///
  /// @param asks true where a change of it may change something else
  /// @param told true where rules may say something beside it, as `notes` do now
  /// @param locked true while it cannot be written
  public record Rules(boolean asks, boolean told, boolean locked, List<FormNote> notes) {
    public static final Rules NONE = new Rules(false, false, false, List.of());

    public Rules {
      notes = List.copyOf(notes);
    }
  }

  public boolean locked() {
    return rules.locked();
  }

  public boolean wrong() {
    return !errors.isEmpty() || rules.notes().stream().anyMatch(note -> !note.warning());
  }

  /// The name of the input that holds what a chosen record is called.
  public String nameInput() {
    return SubmittedForm.NAME + input.substring(SubmittedForm.VALUE.length());
  }

  /// The ids of what describes the input, for `aria-describedby`.
  public String describedBy() {
    return id
        + "-error"
        + (rules.told() ? " " + id + "-notes" : "")
        + (help.isEmpty() ? "" : " " + id + "-help");
  }
}
