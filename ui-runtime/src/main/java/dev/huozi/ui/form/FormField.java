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
    Control control) {
  public FormField {
    errors = List.copyOf(errors);
  }

  public boolean wrong() {
    return !errors.isEmpty();
  }

  /// The name of the input that holds what a chosen record is called.
  public String nameInput() {
    return SubmittedForm.NAME + input.substring(SubmittedForm.VALUE.length());
  }

  /// The ids of what describes the input, for `aria-describedby`.
  public String describedBy() {
    return id + "-error" + (help.isEmpty() ? "" : " " + id + "-help");
  }
}
