package dev.huozi.ui.page.record;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.ui.layout.Layout;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.UiDefinitions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sections of an object as pages and forms draw them: those of its layout, and at the end the
/// fields that no section names, so that a new field is seen at once. An object without a layout
/// gets one made of all its fields.
///
/// @param highlights fields in the head
public record RecordLayout(
    List<FieldModel> highlights, List<Section> sections, List<Layout.RelatedList> related) {
  private static final int DEFAULT_COLUMNS = 2;
  private static final int MOST_COLUMNS = 3;
  private static final int GENERATED_HIGHLIGHTS = 4;

  public RecordLayout {
    highlights = List.copyOf(highlights);
    sections = List.copyOf(sections);
    related = List.copyOf(related);
  }

  /// A titled block.
  ///
  /// @param columns on a wide screen
  /// @param when formula over the record: shown where it is true; null for always
  public record Section(
      String name, String label, int columns, @Nullable String when, List<FieldModel> fields) {
    public Section {
      fields = List.copyOf(fields);
    }
  }

  public static RecordLayout of(PageContext page, ObjectModel object, UiDefinitions definitions) {
    return of(page, object, definitions.layout(page.snapshot(), object.name()));
  }

  static RecordLayout of(PageContext page, ObjectModel object, @Nullable Layout layout) {
    List<Section> sections = new ArrayList<>();
    Set<String> named = new HashSet<>();
    if (layout != null) {
      for (Layout.Section section : layout.sections()) {
        sections.add(section(page, object, section, named));
      }
    }
    List<FieldModel> others = others(object, named);
    if (!others.isEmpty()) {
      String label = page.words().get(layout == null ? "section_details" : "section_others");
      sections.add(new Section("others", label, DEFAULT_COLUMNS, null, others));
    }
    List<FieldModel> highlights =
        layout == null ? generatedHighlights(object) : fields(object, layout.highlights());
    return new RecordLayout(highlights, sections, layout == null ? List.of() : layout.related());
  }

  private static Section section(
      PageContext page, ObjectModel object, Layout.Section section, Set<String> named) {
    List<FieldModel> fields = fields(object, section.fields());
    fields.forEach(field -> named.add(key(field)));
    Integer columns = section.columns();
    return new Section(
        section.name(),
        page.words().label(section.label(), section.name()),
        columns == null ? DEFAULT_COLUMNS : Math.clamp(columns, 1, MOST_COLUMNS),
        section.when(),
        fields);
  }

  private static List<FieldModel> others(ObjectModel object, Set<String> named) {
    return object.fields().stream()
        .filter(field -> !field.system() && !named.contains(key(field)))
        .toList();
  }

  private static List<FieldModel> generatedHighlights(ObjectModel object) {
    return object.fields().stream()
        .filter(field -> !field.system() && !(field.field().type() instanceof FieldType.LongText))
        .filter(field -> !field.name().equals(object.nameField().name()))
        .limit(GENERATED_HIGHLIGHTS)
        .toList();
  }

  private static List<FieldModel> fields(ObjectModel object, List<String> names) {
    List<FieldModel> found = new ArrayList<>();
    for (String name : names) {
      FieldModel field = object.field(name);
      if (field != null) {
        found.add(field);
      }
    }
    return found;
  }

  private static String key(FieldModel field) {
    return field.name().toLowerCase(Locale.ROOT);
  }
}
