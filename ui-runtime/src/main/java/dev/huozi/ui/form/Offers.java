package dev.huozi.ui.form;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordView;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.UiDefinitions;
import dev.huozi.ui.page.ValueView;
import dev.huozi.ui.page.record.RecordLayout;
import dev.huozi.ui.page.record.RecordSheets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Records of an object to choose from, as a list below an input shows them.
///
/// @param hints fields whose values tell records of one name apart
record Offers(PageContext page, ObjectModel object, List<FieldModel> hints) {
  private static final int OFFERED = 8;
  private static final int HINTS = 2;
  private static final int LONGEST_SEARCH = 100;

  static Offers of(PageContext page, ObjectModel object, UiDefinitions definitions) {
    return new Offers(
        page,
        object,
        RecordLayout.of(page, object, definitions).highlights().stream().limit(HINTS).toList());
  }

  /// One record to choose.
  ///
  /// @param hint a few more values, to tell records of one name apart
  public record Offer(String value, String name, String hint) {}

  /// Those that hold the words, changed last first.
  ListQuery query(@Nullable String typed) {
    List<String> fields =
        Stream.concat(Stream.of(object.nameField().name()), hints.stream().map(FieldModel::name))
            .distinct()
            .toList();
    String words = Objects.toString(typed, "").strip();
    String search =
        words.isEmpty() ? null : words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
    List<ListQuery.Sort> order = List.of(new ListQuery.Sort("updated_at", true));
    return new ListQuery(object.name(), fields, List.of(), search, order, OFFERED, null, false);
  }

  List<Offer> of(List<RecordView> found) {
    return found.stream().map(this::offer).toList();
  }

  private Offer offer(RecordView found) {
    String hint =
        hints.stream()
            .map(field -> page.values().of(field.field(), found.get(field.name())))
            .filter(value -> !(value instanceof ValueView.Blank))
            .map(ValueView::text)
            .collect(Collectors.joining(" · "));
    return new Offer(
        object.name() + ":" + found.id(), RecordSheets.title(page, object, found), hint);
  }
}
