package dev.huozi.ui.page.list;

import dev.huozi.formula.type.FormulaType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.ui.filter.FilterField;
import dev.huozi.ui.filter.FilterFields;
import dev.huozi.ui.filter.FilterNode;
import dev.huozi.ui.filter.Operand;
import dev.huozi.ui.filter.Operator;
import dev.huozi.ui.form.Control;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws the rows of a filter builder: what may be chosen and what is.
record FilterValues(PageContext page, FilterFields fields, RecordNames names) {
  private static final int LONGEST_SHOWN = 60;

  FilterPanel.Row row(FilterNode.Row row, String place, @Nullable String problem) {
    FilterField field = fields.find(row.path());
    String name = "c" + place;
    return new FilterPanel.Row(
        place,
        name,
        number(place),
        choices(row.path()),
        field == null ? List.of() : operators(field, row.operator()),
        field == null ? new FilterPanel.Nothing() : value(field, row, name),
        problem);
  }

  /// `2` or `2.1`, as people count.
  private static String number(String place) {
    StringBuilder number = new StringBuilder();
    for (String part : place.split("\\.")) {
      number.append(number.isEmpty() ? "" : ".").append(Integer.parseInt(part) + 1);
    }
    return number.toString();
  }

  private List<FilterPanel.Fields> choices(String chosen) {
    Map<String, List<ListPage.Choice>> groups = new LinkedHashMap<>();
    for (FilterField field : fields.all()) {
      groups
          .computeIfAbsent(field.parent() == null ? "" : field.parent(), _ -> new ArrayList<>())
          .add(new ListPage.Choice(field.path(), label(field), field.path().equals(chosen)));
    }
    List<FilterPanel.Fields> all = new ArrayList<>();
    groups.forEach((label, choices) ->
        all.add(new FilterPanel.Fields(label.isEmpty() ? null : label, choices)));
    return all;
  }

  static String label(FilterField field) {
    return field.parent() == null ? field.label() : field.parent() + " › " + field.label();
  }

  private List<ListPage.Choice> operators(FilterField field, Operator chosen) {
    return Operator.of(field.type()).stream()
        .map(one -> new ListPage.Choice(one.word(), operator(field, one), one == chosen))
        .toList();
  }

  /// Numbers and days are compared by other words than texts.
  String operator(FilterField field, Operator operator) {
    String word = "filter_op_" + operator.word();
    boolean equality = operator == Operator.IS || operator == Operator.IS_NOT;
    return page.words().get(equality && field.type().isNumeric() ? word + "_number" : word);
  }

  private FilterPanel.Value value(FilterField field, FilterNode.Row row, String name) {
    Operand operand = row.operand();
    return switch (row.operator().takes()) {
      case NOTHING -> new FilterPanel.Nothing();
      case DAYS -> new FilterPanel.Days(operand.value());
      case DAY -> day(operand);
      case SEVERAL -> new FilterPanel.Codes(codes(field.type(), operand.values()));
      case ONE ->
          field.type() instanceof FormulaType.Reference reference
              ? found(field, reference, operand, name)
              : new FilterPanel.Line(operand.value(), field.type().isNumeric());
    };
  }

  private FilterPanel.Day day(Operand operand) {
    String chosen = operand.day().name().toLowerCase(Locale.ROOT);
    List<ListPage.Choice> choices = new ArrayList<>();
    for (Operand.Day one : Operand.Day.values()) {
      String word = one.name().toLowerCase(Locale.ROOT);
      choices.add(
          new ListPage.Choice(word, page.words().get("filter_day_" + word), word.equals(chosen)));
    }
    return new FilterPanel.Day(choices, chosen, operand.value());
  }

  private List<ListPage.Choice> codes(FormulaType type, List<String> chosen) {
    OptionSet set = optionSet(type);
    List<ListPage.Choice> choices = new ArrayList<>();
    if (set != null) {
      for (OptionSet.Option option : set.values()) {
        boolean on = chosen.contains(option.code());
        if (option.active() || on) {
          choices.add(
              new ListPage.Choice(
                  option.code(), page.words().label(option.label(), option.code()), on));
        }
      }
    }
    return choices;
  }

  private @Nullable OptionSet optionSet(FormulaType type) {
    return type instanceof FormulaType.Picklist picklist
        ? page.snapshot().optionSet(picklist.optionset())
        : null;
  }

  private FilterPanel.Found found(
      FilterField field, FormulaType.Reference reference, Operand operand, String name) {
    RecordNames.Named chosen =
        operand.value().isEmpty() ? null : names.find(page, reference.targets(), operand.value());
    String object = chosen == null ? "" : chosen.object().name();
    List<Control.Target> targets = new ArrayList<>();
    for (String target : reference.targets()) {
      ObjectModel model = page.snapshot().object(target);
      if (model != null) {
        targets.add(
            new Control.Target(
                target,
                page.label(model),
                "search",
                Addresses.path("lookup", target),
                target.equals(object)));
      }
    }
    return new FilterPanel.Found(
        new Control.Lookup(
            chosen == null ? "" : object + ":" + operand.value(),
            chosen == null ? "" : chosen.name(),
            targets,
            null),
        new FilterPanel.Input(
            name.replace('.', '-') + "-v", name + ".v", name + ".n", field.label()));
  }

  // ---- in words --------------------------------------------------------------------------------

  /// What a row compares with, as people say it.
  String words(FilterField field, FilterNode.Row row) {
    Operand operand = row.operand();
    return switch (row.operator().takes()) {
      case NOTHING -> "";
      case DAYS -> page.words().get("filter_days", operand.value());
      case DAY ->
          operand.day() == Operand.Day.FIXED
              ? operand.value()
              : page.words()
                  .get(
                      "filter_said_" + operand.day().name().toLowerCase(Locale.ROOT),
                      operand.value());
      case SEVERAL ->
          String.join(
              page.words().get("filter_listed"),
              codes(field.type(), operand.values()).stream()
                  .filter(ListPage.Choice::selected)
                  .map(ListPage.Choice::label)
                  .toList());
      case ONE -> one(field, operand);
    };
  }

  private String one(FilterField field, Operand operand) {
    if (field.type() instanceof FormulaType.Reference reference) {
      RecordNames.Named found = names.find(page, reference.targets(), operand.value());
      return found == null ? page.words().get("no_name") : found.name();
    }
    String text = operand.value();
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
