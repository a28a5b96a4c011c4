package dev.huozi.ui.form;

/// What a rule says of a form that is still being filled in.
///
/// @param warning true where the record can be saved all the same
public record FormNote(boolean warning, String text) {
  boolean says(String other) {
    return text.equals(other);
  }
}
