package dev.huozi.metadata.field;

import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.optionset.OptionSetKind;
import dev.huozi.platform.problem.Issues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// Whether a default value is one that its field can hold.
final class DefaultValueCheck {
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,60})?");

  private DefaultValueCheck() {}

  static void check(Field field, ModelView model, String path, Issues issues) {
    String value = field.defaultValue();
    if (value != null && field.defaultFormula() != null) {
      issues.error(MetadataError.DEFAULT_TWICE, path + ".defaultFormula", "field", field.name());
    }
    if (value == null) {
      return;
    }
    if (!mayHaveDefault(field.type())) {
      issues.error(
          MetadataError.DEFAULT_NOT_ALLOWED, path + ".defaultValue", "type", field.type().id());
    } else if (!fits(field.type(), value, model)) {
      issues.error(
          MetadataError.DEFAULT_VALUE,
          path + ".defaultValue",
          "value",
          value,
          "type",
          field.type().id());
    }
  }

  private static boolean mayHaveDefault(FieldType type) {
    return switch (type) {
      case FieldType.AutoNumber _,
          FieldType.Formula _,
          FieldType.Lookup _,
          FieldType.PolyLookup _,
          FieldType.MasterDetail _ ->
          false;
      case FieldType.Text _,
          FieldType.LongText _,
          FieldType.Decimal _,
          FieldType.Bool _,
          FieldType.Date _,
          FieldType.DateTime _,
          FieldType.Picklist _,
          FieldType.User _,
          FieldType.Email _,
          FieldType.Phone _ ->
          true;
    };
  }

  private static boolean fits(FieldType type, String value, ModelView model) {
    return switch (type) {
      case FieldType.Text text -> value.codePointCount(0, value.length()) <= text.length();
      case FieldType.LongText _ -> value.length() <= FieldType.LongText.LENGTH;
      case FieldType.Decimal decimal -> isDecimal(value, decimal.digits(), decimal.decimals());
      case FieldType.Bool _ -> value.equals("true") || value.equals("false");
      case FieldType.Date _ -> value.equals("$Today") || isDate(value);
      case FieldType.DateTime _ -> value.equals("$Now") || isInstant(value);
      case FieldType.Picklist picklist -> isActiveCode(picklist, value, model);
      case FieldType.User _ -> value.equals("$User");
      case FieldType.Email _ ->
          value.contains("@") && value.length() <= FieldType.Text.DEFAULT_LENGTH;
      case FieldType.Phone _ -> value.length() <= FieldType.Text.DEFAULT_LENGTH;
      case FieldType.AutoNumber _,
          FieldType.Formula _,
          FieldType.Lookup _,
          FieldType.PolyLookup _,
          FieldType.MasterDetail _ ->
          false;
    };
  }

  private static boolean isDecimal(String value, int precision, int scale) {
    if (!DECIMAL.matcher(value).matches()) {
      return false;
    }
    BigDecimal number = new BigDecimal(value).stripTrailingZeros();
    return number.scale() <= scale && number.precision() - number.scale() <= precision - scale;
  }

  private static boolean isDate(String value) {
    try {
      return LocalDate.parse(value).toString().equals(value);
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static boolean isInstant(String value) {
    try {
      return Instant.parse(value) != null;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static boolean isActiveCode(FieldType.Picklist picklist, String value, ModelView model) {
    OptionSet set = model.find(OptionSetKind.KIND, picklist.optionset());
    return set == null
        || set.values().stream().anyMatch(option -> option.active() && option.code().equals(value));
  }
}
