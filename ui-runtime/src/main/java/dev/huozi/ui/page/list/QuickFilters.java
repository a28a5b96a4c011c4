package dev.huozi.ui.page.list;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.ui.listview.ListView;
import dev.huozi.ui.page.PageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The selects of a list page and the formulas they stand for. Fields of few values have one:
/// option sets, yes or no, and people (mine).
record QuickFilters(PageContext page, ObjectModel object, List<FieldModel> fields) {
  private static final String TRUE = "true";
  private static final String FALSE = "false";
  private static final String ME = "me";
  private static final String BLANK = "-";

  static QuickFilters of(PageContext page, ObjectModel object, @Nullable ListView view) {
    List<FieldModel> fields = new ArrayList<>();
    for (String name : view == null ? List.<String>of() : view.quickFilters()) {
      FieldModel field = object.field(name);
      if (field != null && offers(field.field().type())) {
        fields.add(field);
      }
    }
    return new QuickFilters(page, object, fields);
  }

  List<ListPage.Quick> selects(ListAddress address) {
    return fields.stream()
        .map(field -> select(field, address.quick().getOrDefault(field.name(), "")))
        .toList();
  }

  /// The formulas of what is chosen; what this list does not offer is not filtered by.
  List<String> formulas(Map<String, String> chosen) {
    List<String> formulas = new ArrayList<>();
    for (FieldModel field : fields) {
      String value = chosen.get(field.name());
      if (value != null) {
        formulas.add(formula(field, value));
      }
    }
    return formulas;
  }

  private ListPage.Quick select(FieldModel field, String chosen) {
    List<ListPage.Choice> choices = new ArrayList<>();
    switch (field.field().type()) {
      case FieldType.Picklist picklist -> options(picklist, chosen, choices);
      case FieldType.Bool _ -> {
        choices.add(choice(TRUE, page.words().get("yes"), chosen));
        choices.add(choice(FALSE, page.words().get("no"), chosen));
      }
      default -> choices.add(choice(ME, page.words().get("me"), chosen));
    }
    if (!(field.field().type() instanceof FieldType.Bool)) {
      choices.add(choice(BLANK, page.words().get("blank"), chosen));
    }
    return new ListPage.Quick(
        ListAddress.QUICK_PREFIX + field.name(),
        page.words().label(field.field().label(), field.name()),
        choices);
  }

  private void options(FieldType.Picklist picklist, String chosen, List<ListPage.Choice> choices) {
    OptionSet set = page.snapshot().optionSet(picklist.optionset());
    if (set == null) {
      return;
    }
    for (OptionSet.Option option : set.values()) {
      if (option.active() || option.code().equals(chosen)) {
        choices.add(
            choice(option.code(), page.words().label(option.label(), option.code()), chosen));
      }
    }
  }

  private static ListPage.Choice choice(String value, String label, String chosen) {
    return new ListPage.Choice(value, label, value.equals(chosen));
  }

  private static String formula(FieldModel field, String value) {
    String name = Formulas.name(field.name());
    if (value.equals(BLANK) && !(field.field().type() instanceof FieldType.Bool)) {
      return "ISBLANK(" + name + ")";
    }
    return switch (field.field().type()) {
      case FieldType.Bool _ -> name + " = " + (value.equals(TRUE) ? TRUE : FALSE);
      case FieldType.User _ -> name + " = $User";
      default -> name + " = " + Formulas.text(value);
    };
  }

  private static boolean offers(FieldType type) {
    return type instanceof FieldType.Picklist
        || type instanceof FieldType.Bool
        || type instanceof FieldType.User;
  }
}
