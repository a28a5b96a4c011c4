package dev.huozi.ui.layout;

import dev.huozi.metadata.model.Definition;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one record is shown and edited, on desktop and phone alike.
///
/// @param highlights the fields in the head of the page
public record Layout(
    String name,
    LocalizedText label,
    String object,
    List<String> highlights,
    List<Section> sections,
    List<RelatedList> related)
    implements Definition {
  public Layout {
    highlights = List.copyOf(highlights);
    sections = List.copyOf(sections);
    related = List.copyOf(related);
  }

  /// A titled block of fields.
  ///
  /// @param columns on a wide screen: 1, 2 or 3; null for 2
  /// @param when formula over the record: the section is shown where it is true; null for always.
  ///   What is not shown is not protected
  public record Section(
      String name,
      LocalizedText label,
      @Nullable Integer columns,
      @Nullable String when,
      List<String> fields) {
    public Section {
      fields = List.copyOf(fields);
    }
  }

  /// Records of another object that point at this one.
  ///
  /// @param field the reference field of `object` that points here
  /// @param filter formula that such a record must also satisfy; null for all
  public record RelatedList(
      String object,
      String field,
      List<String> columns,
      @Nullable String filter,
      List<String> sort) {
    public RelatedList {
      columns = List.copyOf(columns);
      sort = List.copyOf(sort);
    }
  }
}
