package dev.huozi.metadata.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The words of the field types. A test compares them with the permitted types of `FieldType`.
final class FieldTypeWords {
  static final Map<String, Class<? extends FieldType>> BY_ID = create();

  private FieldTypeWords() {}

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
    return Collections.unmodifiableMap(map);
  }
}
