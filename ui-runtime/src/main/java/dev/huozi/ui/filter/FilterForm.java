package dev.huozi.ui.filter;

import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rows as a form sends them. Row 0 has the values `c0.f` (field), `c0.o` (operator), `c0.v`
/// and `c0.k` (how a day is given); the first row of the group at place 1 has `c1.0.f`, the group's
/// joint is `c1.j`, the outermost one `c.j`.
public final class FilterForm {
  private static final Pattern NAME = Pattern.compile("c(\\d{1,3})(?:\\.(\\d{1,3}))?\\.([fovkj])");
  private static final Pattern PLACE = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,3}))?");
  private static final int MOST = 40;
  private static final int MOST_DAYS = 36_500;

  private final FilterFields fields;

  public FilterForm(FilterFields fields) {
    this.fields = fields;
  }

  /// The rows, complete or not.
  public FilterNode.Group read(MultivaluedMap<String, String> form) {
    TreeMap<Integer, TreeMap<Integer, FilterNode.Row>> places = new TreeMap<>();
    Map<Integer, FilterNode.Joint> groups = new HashMap<>();
    for (String name : form.keySet()) {
      Matcher parts = NAME.matcher(name);
      if (parts.matches() && parts.group(3).equals("j")) {
        groups.put(number(parts.group(1)), FilterNode.Joint.of(first(form, name)));
      } else if (parts.matches() && parts.group(3).equals("f")) {
        int inner = parts.group(2) == null ? -1 : number(parts.group(2));
        String prefix = name.substring(0, name.length() - 1);
        places
            .computeIfAbsent(number(parts.group(1)), _ -> new TreeMap<>())
            .put(inner, row(form, prefix));
      }
    }
    List<FilterNode> nodes = new ArrayList<>();
    places.forEach((place, rows) -> {
      FilterNode.Joint joint = groups.get(place);
      List<FilterNode> all = List.copyOf(rows.values());
      if (joint == null) {
        nodes.addAll(all);
      } else {
        nodes.add(new FilterNode.Group(joint, all));
      }
    });
    return new FilterNode.Group(
        FilterNode.Joint.of(first(form, "c.j")), nodes.stream().limit(MOST).toList());
  }

  private FilterNode.Row row(MultivaluedMap<String, String> form, String prefix) {
    String path = first(form, prefix + "f");
    FormulaType type = fields.type(path);
    if (type == null) {
      return empty();
    }
    List<Operator> possible = Operator.of(type);
    Operator chosen = Operator.of(first(form, prefix + "o"));
    if (chosen == null || !possible.contains(chosen)) {
      return new FilterNode.Row(path, possible.getFirst(), Operand.NONE);
    }
    List<String> values =
        form.getOrDefault(prefix + "v", List.of()).stream()
            .map(value -> chosen.takes() == Operator.Takes.ONE ? id(type, value) : value)
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList();
    return new FilterNode.Row(path, chosen, new Operand(values, day(first(form, prefix + "k"))));
  }

  /// Of `object:id` only the id counts.
  private static String id(FormulaType type, String value) {
    return type.family() == Family.REFERENCE ? value.substring(value.indexOf(':') + 1) : value;
  }

  private static FilterNode.Row empty() {
    return new FilterNode.Row("", Operator.IS, Operand.NONE);
  }

  private static Operand.Day day(String word) {
    for (Operand.Day one : Operand.Day.values()) {
      if (one.name().equalsIgnoreCase(word)) {
        return one;
      }
    }
    return Operand.Day.FIXED;
  }

  // ---- what the buttons do ---------------------------------------------------------------------

  /// With one more row, at the end or in the group at a place.
  public static FilterNode.Group withRow(FilterNode.Group all, String place) {
    List<FilterNode> parts = new ArrayList<>(all.parts());
    Matcher at = PLACE.matcher(place);
    if (at.matches()
        && number(at.group(1)) < parts.size()
        && parts.get(number(at.group(1))) instanceof FilterNode.Group group) {
      List<FilterNode> inner = new ArrayList<>(group.parts());
      inner.add(empty());
      parts.set(number(at.group(1)), new FilterNode.Group(group.joint(), inner));
    } else {
      parts.add(empty());
    }
    return new FilterNode.Group(all.joint(), parts);
  }

  /// With one more group, joined the other way.
  public static FilterNode.Group withGroup(FilterNode.Group all) {
    List<FilterNode> parts = new ArrayList<>(all.parts());
    parts.add(new FilterNode.Group(all.joint().other(), List.of(empty(), empty())));
    return new FilterNode.Group(all.joint(), parts);
  }

  /// Without the row or group at a place.
  public static FilterNode.Group without(FilterNode.Group all, String place) {
    Matcher at = PLACE.matcher(place);
    if (!at.matches() || number(at.group(1)) >= all.parts().size()) {
      return all;
    }
    List<FilterNode> parts = new ArrayList<>(all.parts());
    int outer = number(at.group(1));
    if (at.group(2) != null && parts.get(outer) instanceof FilterNode.Group group) {
      List<FilterNode> inner = new ArrayList<>(group.parts());
      if (number(at.group(2)) < inner.size()) {
        inner.remove(number(at.group(2)));
      }
      parts.set(outer, new FilterNode.Group(group.joint(), inner));
      if (inner.isEmpty()) {
        parts.remove(outer);
      }
    } else {
      parts.remove(outer);
    }
    return new FilterNode.Group(all.joint(), parts);
  }

  // ---- before it is printed --------------------------------------------------------------------

  /// The rows without those in which no field is chosen.
  public static FilterNode.Group filled(FilterNode.Group group) {
    List<FilterNode> parts = new ArrayList<>();
    for (FilterNode part : group.parts()) {
      switch (part) {
        case FilterNode.Row row -> {
          if (!row.path().isEmpty()) {
            parts.add(row);
          }
        }
        case FilterNode.Group inner -> {
          FilterNode.Group kept = filled(inner);
          if (!kept.isEmpty()) {
            parts.add(kept);
          }
        }
      }
    }
    return new FilterNode.Group(group.joint(), parts);
  }

  /// True when every row has what its operator takes.
  public boolean complete(FilterNode.Group group) {
    return group.parts().stream()
        .allMatch(part ->
            switch (part) {
              case FilterNode.Row row -> problem(row) == null;
              case FilterNode.Group inner -> complete(inner);
            });
  }

  /// Key of the words for what a row lacks, or null.
  public @Nullable String problem(FilterNode.Row row) {
    FormulaType type = fields.type(row.path());
    if (type == null) {
      return row.path().isEmpty() ? null : "filter_field_gone";
    }
    Operand operand = row.operand();
    return switch (row.operator().takes()) {
      case NOTHING -> null;
      case SEVERAL -> operand.values().isEmpty() ? "filter_value_choose" : null;
      case DAYS -> count(operand) ? null : "filter_value_days";
      case DAY ->
          switch (operand.day()) {
            case TODAY -> null;
            case AGO, AHEAD -> count(operand) ? null : "filter_value_days";
            case FIXED -> date(operand) ? null : "filter_value_date";
          };
      case ONE -> one(type.family(), operand);
    };
  }

  private static @Nullable String one(Family family, Operand operand) {
    if (operand.value().isEmpty()) {
      return family == Family.REFERENCE ? "filter_value_choose" : "filter_value_missing";
    }
    return switch (family) {
      case NUMERIC -> decimal(operand.value()) ? null : "filter_value_number";
      case REFERENCE -> record(operand.value()) ? null : "filter_value_choose";
      case TEXT, BOOLEAN, DATE, DATETIME, TIME, PICKLIST, MULTIPICKLIST, GEO, NULL -> null;
    };
  }

  private static boolean count(Operand operand) {
    return operand.value().matches("\\d{1,5}") && number(operand.value()) <= MOST_DAYS;
  }

  private static boolean date(Operand operand) {
    try {
      return Objects.requireNonNull(LocalDate.parse(operand.value())).getYear() >= 1;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static boolean decimal(String text) {
    try {
      return text.length() <= 40
          && Objects.requireNonNull(new BigDecimal(text)).scale() < 30
          && !text.toLowerCase(java.util.Locale.ROOT).contains("e");
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static boolean record(String text) {
    try {
      return Objects.requireNonNull(UUID.fromString(text)).version() >= 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static String first(MultivaluedMap<String, String> form, String name) {
    return Objects.toString(form.getFirst(name), "");
  }
}
