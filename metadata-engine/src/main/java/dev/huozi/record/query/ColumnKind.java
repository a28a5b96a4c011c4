package dev.huozi.record.query;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;

/// How the values of a column travel between Java, SQL and JSON.
public enum ColumnKind {
  TEXT("text"),
  NUMERIC("numeric"),
  BOOLEAN("bool"),
  DATE("date"),
  INSTANT("timestamptz"),
  ID("uuid");

  private final String elementType;

  ColumnKind(String elementType) {
    this.elementType = elementType;
  }

  /// PostgreSQL's name of the type, as `SqlArray` wants it.
  public String elementType() {
    return elementType;
  }

  /// The kind of the field's columns (of each column, for a polylookup).
  public static ColumnKind of(FieldModel field) {
    return isRecordId(field) ? ID : of(field.field().type());
  }

  /// True for the system field that holds the record's own id.
  public static boolean isRecordId(FieldModel field) {
    return field.system() && field.name().equals("id");
  }

  private static ColumnKind of(FieldType type) {
    return switch (type) {
      case FieldType.Text _,
          FieldType.LongText _,
          FieldType.Picklist _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _ ->
          TEXT;
      case FieldType.Formula formula -> of(formula.shown());
      case FieldType.Decimal _ -> NUMERIC;
      case FieldType.Bool _ -> BOOLEAN;
      case FieldType.Date _ -> DATE;
      case FieldType.DateTime _ -> INSTANT;
      case FieldType.Reference _ -> ID;
    };
  }
}
