package dev.huozi.ui.designer;

import dev.huozi.metadata.field.FieldType;

/// The types of fields as the designer offers them: an icon each, and what has to be asked.
public enum FieldKind {
  TEXT("text", "abc"),
  LONGTEXT("longtext", "align-left"),
  NUMBER("number", "number"),
  CURRENCY("currency", "coin"),
  PERCENT("percent", "percentage"),
  BOOLEAN("boolean", "toggle-right"),
  DATE("date", "calendar-event"),
  DATETIME("datetime", "calendar-time"),
  PICKLIST("picklist", "list"),
  LOOKUP("lookup", "link"),
  POLYLOOKUP("polylookup", "vector-triangle"),
  MASTERDETAIL("masterdetail", "subtask"),
  USER("user", "user-circle"),
  AUTONUMBER("autonumber", "hash"),
  EMAIL("email", "mail"),
  PHONE("phone", "phone"),
  FORMULA("formula", "math-function");

  private final String id;
  private final String icon;

  FieldKind(String id, String icon) {
    this.id = id;
    this.icon = icon;
  }

  /// The type's word in packs and addresses.
  public String id() {
    return id;
  }

  public String icon() {
    return icon;
  }

  /// The key of its name in `Words`.
  public String labelKey() {
    return "type_" + id;
  }

  public static FieldKind of(FieldType type) {
    return switch (type) {
      case FieldType.Text _ -> TEXT;
      case FieldType.LongText _ -> LONGTEXT;
      case FieldType.Number _ -> NUMBER;
      case FieldType.Currency _ -> CURRENCY;
      case FieldType.Percent _ -> PERCENT;
      case FieldType.Bool _ -> BOOLEAN;
      case FieldType.Date _ -> DATE;
      case FieldType.DateTime _ -> DATETIME;
      case FieldType.Picklist _ -> PICKLIST;
      case FieldType.Lookup _ -> LOOKUP;
      case FieldType.PolyLookup _ -> POLYLOOKUP;
      case FieldType.MasterDetail _ -> MASTERDETAIL;
      case FieldType.User _ -> USER;
      case FieldType.AutoNumber _ -> AUTONUMBER;
      case FieldType.Email _ -> EMAIL;
      case FieldType.Phone _ -> PHONE;
      case FieldType.Formula _ -> FORMULA;
    };
  }

  /// The kind of that word; plain text for an unknown one.
  public static FieldKind byId(String id) {
    for (FieldKind kind : values()) {
      if (kind.id.equals(id)) {
        return kind;
      }
    }
    return TEXT;
  }

  public boolean hasLength() {
    return this == TEXT;
  }

  public boolean hasPrecision() {
    return this == NUMBER || this == CURRENCY || this == FORMULA;
  }

  public boolean hasScale() {
    return hasPrecision() || this == PERCENT;
  }

  public boolean hasOptions() {
    return this == PICKLIST;
  }

  /// One target object.
  public boolean hasTarget() {
    return this == LOOKUP || this == MASTERDETAIL;
  }

  /// A condition may decide which records can be chosen.
  public boolean hasFilter() {
    return hasTarget() || this == USER;
  }

  public boolean hasOnDelete() {
    return this == LOOKUP;
  }

  public boolean hasTargets() {
    return this == POLYLOOKUP;
  }

  public boolean hasPattern() {
    return this == AUTONUMBER;
  }

  /// A formula gives the values.
  public boolean isComputed() {
    return this == FORMULA;
  }

  /// False where the system gives the value, or where it is never blank.
  public boolean canBeRequired() {
    return this != AUTONUMBER && this != BOOLEAN && this != FORMULA;
  }

  /// False where the system gives the value.
  public boolean hasFormulas() {
    return this != AUTONUMBER && this != FORMULA;
  }

  public boolean canBeUnique() {
    return this == TEXT
        || this == NUMBER
        || this == EMAIL
        || this == PHONE
        || this == AUTONUMBER
        || this == DATE;
  }

  public boolean hasDefault() {
    return hasFormulas() && this != POLYLOOKUP && this != MASTERDETAIL && this != LOOKUP;
  }
}
