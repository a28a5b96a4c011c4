package dev.huozi.metadata.field;

import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.platform.problem.Issues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What may change about fields that hold values: they may become wider.
public final class FieldChanges {
  private static final Pattern FIELD = Pattern.compile("fields\\.[^.]+");

  private final Issues issues;

  public FieldChanges(Issues issues) {
    this.issues = issues;
  }

  /// Whether a property path names a whole field.
  public static boolean isField(String path) {
    return FIELD.matcher(path).matches();
  }

  /// @param before the fields of a published definition
  /// @param after those of the wished one
  public void check(List<Field> before, List<Field> after) {
    Map<String, Field> wished = new HashMap<>();
    after.forEach(field -> wished.put(ApiName.key(field.name()), field));
    Map<String, Field> old = new HashMap<>();
    before.forEach(field -> old.put(ApiName.key(field.name()), field));
    for (Field field : after) {
      rename(field, old, wished);
    }
    for (Field field : before) {
      Field now = successor(field, wished, after);
      if (now != null) {
        change(field, now);
      }
    }
  }

  /// `was` may stay in the file after the renaming; it is wrong while the old name is in use beside
  /// the new one.
  private void rename(Field field, Map<String, Field> old, Map<String, Field> wished) {
    if (field.was() instanceof String was
        && old.containsKey(ApiName.key(was))
        && (wished.containsKey(ApiName.key(was)) || old.containsKey(ApiName.key(field.name())))) {
      issues.error(
          MetadataError.RENAME_SOURCE,
          "fields." + field.name() + ".was",
          "was",
          was,
          "name",
          field.name());
    }
  }

  private static @Nullable Field successor(
      Field field, Map<String, Field> wished, List<Field> after) {
    Field same = wished.get(ApiName.key(field.name()));
    if (same != null) {
      return same;
    }
    for (Field candidate : after) {
      if (candidate.was() instanceof String was && ApiName.same(was, field.name())) {
        return candidate;
      }
    }
    return null;
  }

  private void change(Field before, Field after) {
    switch (Fit.of(before.type(), after.type())) {
      case SAME_OR_WIDER -> {}
      case NARROWER -> refuse(MetadataError.FIELD_NARROWER, before, after);
      case OTHER -> refuse(MetadataError.FIELD_TYPE_CHANGE, before, after);
    }
  }

  private void refuse(MetadataError code, Field before, Field after) {
    issues.error(
        code,
        "fields." + after.name() + ".type",
        "field",
        after.name(),
        "before",
        describe(before.type()),
        "after",
        describe(after.type()));
  }

  private static String describe(FieldType type) {
    return switch (type) {
      case FieldType.Text text -> "text(" + text.length() + ")";
      case FieldType.Number number -> "number(" + number.digits() + "," + number.decimals() + ")";
      case FieldType.Currency currency ->
          "currency(" + currency.digits() + "," + currency.decimals() + ")";
      case FieldType.Percent percent -> "percent(" + percent.decimals() + ")";
      case FieldType.Picklist picklist -> "picklist " + picklist.optionset();
      case FieldType.Lookup lookup -> "lookup " + lookup.target();
      case FieldType.MasterDetail parent -> "masterdetail " + parent.target();
      case FieldType.PolyLookup lookup -> "polylookup " + String.join(", ", lookup.targets());
      case FieldType.LongText _,
          FieldType.Bool _,
          FieldType.Date _,
          FieldType.DateTime _,
          FieldType.User _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _ ->
          type.id();
    };
  }

  /// How a new type suits the values of the old one.
  private enum Fit {
    SAME_OR_WIDER,
    NARROWER,
    OTHER;

    static Fit of(FieldType before, FieldType after) {
      return switch (before) {
        case FieldType.Text old ->
            switch (after) {
              case FieldType.Text text -> when(text.length() >= old.length());
              case FieldType.LongText _ -> SAME_OR_WIDER;
              default -> OTHER;
            };
        case FieldType.Email _, FieldType.Phone _ ->
            switch (after) {
              case FieldType.Text text -> when(text.length() >= FieldType.Text.DEFAULT_LENGTH);
              case FieldType.LongText _ -> SAME_OR_WIDER;
              default -> same(before, after);
            };
        case FieldType.AutoNumber _ ->
            switch (after) {
              case FieldType.AutoNumber _ -> SAME_OR_WIDER;
              case FieldType.Text text -> when(text.length() >= FieldType.Text.DEFAULT_LENGTH);
              default -> OTHER;
            };
        case FieldType.Number old ->
            after instanceof FieldType.Number number
                ? when(number.digits() >= old.digits() && number.decimals() == old.decimals())
                : OTHER;
        case FieldType.Currency old ->
            after instanceof FieldType.Currency currency
                ? when(currency.digits() >= old.digits() && currency.decimals() == old.decimals())
                : OTHER;
        case FieldType.Percent old ->
            after instanceof FieldType.Percent percent
                ? when(percent.decimals() == old.decimals())
                : OTHER;
        case FieldType.Picklist old ->
            after instanceof FieldType.Picklist picklist
                    && ApiName.same(picklist.optionset(), old.optionset())
                ? SAME_OR_WIDER
                : OTHER;
        case FieldType.Lookup old ->
            after instanceof FieldType.Lookup lookup && ApiName.same(lookup.target(), old.target())
                ? SAME_OR_WIDER
                : OTHER;
        case FieldType.PolyLookup old ->
            after instanceof FieldType.PolyLookup lookup
                ? when(keys(lookup).containsAll(keys(old)))
                : OTHER;
        case FieldType.MasterDetail old ->
            after instanceof FieldType.MasterDetail parent
                    && ApiName.same(parent.target(), old.target())
                ? SAME_OR_WIDER
                : OTHER;
        case FieldType.LongText _,
            FieldType.Bool _,
            FieldType.Date _,
            FieldType.DateTime _,
            FieldType.User _ ->
            same(before, after);
      };
    }

    private static Fit when(boolean wider) {
      return wider ? SAME_OR_WIDER : NARROWER;
    }

    private static Fit same(FieldType before, FieldType after) {
      return before.equals(after) ? SAME_OR_WIDER : OTHER;
    }

    private static List<String> keys(FieldType.PolyLookup lookup) {
      return lookup.targets().stream().map(ApiName::key).toList();
    }
  }
}
