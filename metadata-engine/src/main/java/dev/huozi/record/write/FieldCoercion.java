package dev.huozi.record.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.record.RecordError;
import java.util.List;

/// From JSON to a value, by field type.
final class FieldCoercion {
  private FieldCoercion() {}

  static Coerced coerce(FieldInput input) {
    if (input.json().isNull()) {
      return blank(input);
    }
    return switch (input.field().field().type()) {
      case FieldType.Text text -> TextCoercion.line(input, text.length());
      case FieldType.LongText _ -> TextCoercion.lines(input, FieldType.LongText.LENGTH);
      case FieldType.Number number -> NumberCoercion.number(input, DecimalShape.of(number));
      case FieldType.Percent percent -> NumberCoercion.number(input, DecimalShape.of(percent));
      case FieldType.Currency currency -> NumberCoercion.money(input, DecimalShape.of(currency));
      case FieldType.Bool _ -> bool(input);
      case FieldType.Date _ -> TimeCoercion.date(input);
      case FieldType.DateTime _ -> TimeCoercion.dateTime(input);
      case FieldType.Picklist picklist -> PicklistCoercion.code(input, picklist);
      case FieldType.Lookup lookup -> ReferenceCoercion.single(input, lookup.target());
      case FieldType.MasterDetail detail -> ReferenceCoercion.single(input, detail.target());
      case FieldType.User _ -> ReferenceCoercion.user(input);
      case FieldType.PolyLookup poly -> ReferenceCoercion.poly(input, List.copyOf(poly.targets()));
      case FieldType.Email _ -> ContactCoercion.email(input);
      case FieldType.Phone _ -> ContactCoercion.phone(input);
      case FieldType.AutoNumber _, FieldType.Formula _ ->
          input.refuse(RecordError.RECORD_FIELD_READ_ONLY);
    };
  }

  private static Coerced blank(FieldInput input) {
    return input.field().field().type() instanceof FieldType.Bool
        ? input.refuse(RecordError.RECORD_BOOLEAN_BLANK)
        : Coerced.BLANK;
  }

  private static Coerced bool(FieldInput input) {
    JsonNode json = input.json();
    return json.isBoolean()
        ? new Coerced.Value(json.booleanValue())
        : input.refuseShape("true 或 false", "true or false");
  }
}
