package dev.huozi.metadata.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The words of the field types. A test compares them with the permitted types of `FieldType`.
public final class FieldTypeWords {
  static final Map<String, Class<? extends FieldType>> BY_ID = create();

  private FieldTypeWords() {}

  /// The type with what matters for its values, for messages.
  public static String describe(FieldType type) {
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
      case FieldType.Formula formula -> "formula " + describe(formula.shown());
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

  private static Map<String, Class<? extends FieldType>> create() {
    Map<String, Class<? extends FieldType>> map = new LinkedHashMap<>();
    map.put("text", FieldType.Text.class);
    map.put("longtext", FieldType.LongText.class);
    map.put("number", FieldType.Number.class);
    map.put("currency", FieldType.Currency.class);
    map.put("percent", FieldType.Percent.class);
    map.put("boolean", FieldType.Bool.class);
    map.put("date", FieldType.Date.class);
    map.put("datetime", FieldType.DateTime.class);
    map.put("picklist", FieldType.Picklist.class);
    map.put("lookup", FieldType.Lookup.class);
    map.put("polylookup", FieldType.PolyLookup.class);
    map.put("masterdetail", FieldType.MasterDetail.class);
    map.put("user", FieldType.User.class);
    map.put("autonumber", FieldType.AutoNumber.class);
    map.put("email", FieldType.Email.class);
    map.put("phone", FieldType.Phone.class);
    map.put("formula", FieldType.Formula.class);
    return Collections.unmodifiableMap(map);
  }
}
