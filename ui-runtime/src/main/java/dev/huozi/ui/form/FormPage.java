package dev.huozi.ui.form;

import dev.huozi.ui.page.ObjectHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a form shows.
///
/// @param create true for a new record
/// @param action where it is sent
/// @param next where to go after saving, or empty
/// @param version the record's version that it was made from; 0 for a new record
/// @param key repeated submits of one form make one record
/// @param base the texts it was made from, as JSON
/// @param problems everything that is wrong, for the summary
/// @param live null where nothing reacts to what is typed
/// @param merge what somebody else changed meanwhile, or null
public record FormPage(
    ObjectHead object,
    boolean create,
    String title,
    String action,
    String cancelHref,
    String next,
    int version,
    String key,
    String base,
    List<Section> sections,
    List<Problem> problems,
    @Nullable Live live,
    @Nullable Merge merge) {
  public FormPage {
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
  }

  /// What makes a form react while it is filled in.
  ///
  /// @param href where it is asked
  /// @param auto the texts that rules gave, as JSON
  /// @param tried true once it could not be saved
  /// @param notes what rules say of the whole
  public record Live(String href, String auto, boolean tried, List<FormNote> notes) {
    public Live {
      notes = List.copyOf(notes);
    }
  }

  /// A titled block of fields.
  ///
  /// @param hidden true while its condition does not hold
  public record Section(
      String name, String label, int columns, boolean hidden, List<FormField> fields) {
    public Section {
      fields = List.copyOf(fields);
    }
  }

  /// One line of the summary.
  ///
  /// @param fieldId the input it is about, or null when it is about the whole
  public record Problem(String text, @Nullable String fieldId) {}

  /// Somebody else was faster.
  ///
  /// @param who changed the record last
  /// @param conflicts fields that both changed
  /// @param others fields that only the other one changed: kept
  public record Merge(String who, String at, List<Conflict> conflicts, List<Conflict> others) {
    public Merge {
      conflicts = List.copyOf(conflicts);
      others = List.copyOf(others);
    }
  }

  /// One field with both values in words.
  ///
  /// @param name of the input that decides
  public record Conflict(String name, String label, String before, String theirs, String yours) {}
}
