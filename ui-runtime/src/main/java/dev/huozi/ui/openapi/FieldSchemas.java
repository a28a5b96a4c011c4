package dev.huozi.ui.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/// The JSON Schema of a field's value, as it is read and as it is written.
final class FieldSchemas {
  private final MetadataSnapshot snapshot;
  private final Locale locale;
  private final Words words;

  FieldSchemas(MetadataSnapshot snapshot, Locale locale, Words words) {
    this.snapshot = snapshot;
    this.locale = locale;
    this.words = words;
  }

  /// What a reader gets. Any field that is not boolean may be blank, also a required one of an old
  /// record.
  ObjectNode read(FieldModel model) {
    Field field = model.field();
    ObjectNode schema = read(field.type());
    boolean nullable = !(field.type().values() instanceof FieldType.Bool);
    if (field.type() instanceof FieldType.Formula) {
      schema = Schemas.anyOf(schema, Schemas.ref("huozi.FormulaError"));
    }
    return describe(
        nullable ? Schemas.orNull(schema) : schema, field, model.system() || isComputed(field));
  }

  private ObjectNode read(FieldType type) {
    return switch (type) {
      case FieldType.Formula formula -> read(formula.shown());
      case FieldType.Text text -> text(text.length());
      case FieldType.LongText _ -> text(FieldType.LongText.LENGTH);
      case FieldType.Number number -> number(number.digits(), number.decimals());
      case FieldType.Currency _ -> Schemas.ref("huozi.Money");
      case FieldType.Percent percent -> ratio(percent.decimals());
      case FieldType.Bool _ -> Schemas.type("boolean").put("example", true);
      case FieldType.Date _ -> date();
      case FieldType.DateTime _ -> dateTime();
      case FieldType.Picklist picklist -> picklist(picklist, false);
      case FieldType.Lookup _, FieldType.MasterDetail _, FieldType.User _ ->
          Schemas.ref("huozi.Reference");
      case FieldType.PolyLookup _ -> Schemas.ref("huozi.PolyReference");
      case FieldType.AutoNumber _ -> Schemas.type("string");
      case FieldType.Email _ -> Schemas.type("string").put("format", "email");
      case FieldType.Phone _ -> Schemas.type("string");
    };
  }

  /// What a writer may send.
  ObjectNode write(FieldModel model) {
    Field field = model.field();
    ObjectNode schema =
        switch (field.type()) {
          case FieldType.Currency currency -> amount(currency);
          case FieldType.Picklist picklist -> picklist(picklist, true);
          case FieldType.PolyLookup several -> polyReference(several);
          case FieldType.Reference one -> reference(one.targets());
          case FieldType.Text text -> text(text.length());
          case FieldType.LongText _ -> text(FieldType.LongText.LENGTH);
          case FieldType.Number number -> number(number.digits(), number.decimals());
          case FieldType.Percent percent -> ratio(percent.decimals());
          case FieldType.Bool _ -> Schemas.type("boolean").put("example", true);
          case FieldType.Date _ -> date();
          case FieldType.DateTime _ -> dateTime();
          case FieldType.AutoNumber _, FieldType.Formula _ -> Schemas.type("string");
          case FieldType.Email _ -> Schemas.type("string").put("format", "email");
          case FieldType.Phone _ -> Schemas.type("string");
        };
    boolean nullable = !field.required().isAlways() && !(field.type() instanceof FieldType.Bool);
    return describe(nullable ? Schemas.orNull(schema) : schema, field, false);
  }

  /// True for what nobody writes.
  static boolean isComputed(Field field) {
    return field.readOnly().isAlways() || field.type().isGiven();
  }

  private ObjectNode describe(ObjectNode schema, Field field, boolean readOnly) {
    schema.put("title", field.label().get(locale, field.name()));
    LocalizedText help = field.help();
    if (!help.isEmpty()) {
      schema.put("description", help.get(locale, ""));
    }
    if (readOnly) {
      schema.put("readOnly", true);
    }
    schema.put("x-huozi-type", field.type().id());
    return schema;
  }

  private static ObjectNode text(int maxLength) {
    return Schemas.type("string").put("maxLength", maxLength);
  }

  private static ObjectNode number(int digits, int decimals) {
    BigDecimal limit = new BigDecimal(BigInteger.TEN.pow(Math.max(digits - decimals, 0)));
    ObjectNode schema = Schemas.type("number");
    schema.put("exclusiveMinimum", limit.negate()).put("exclusiveMaximum", limit);
    schema.put("x-huozi-scale", decimals);
    return schema.put(
        "example",
        BigDecimal.ONE.movePointLeft(Math.min(decimals, 2)).setScale(Math.min(decimals, 2)));
  }

  private ObjectNode ratio(int decimals) {
    return Schemas.type("number")
        .put("x-huozi-scale", decimals)
        .put("description", words.say("openapi.ratio"))
        .put("example", new BigDecimal("0.125"));
  }

  private static ObjectNode date() {
    return Schemas.type("string").put("format", "date").put("example", "2026-11-25");
  }

  private static ObjectNode dateTime() {
    return Schemas.type("string").put("format", "date-time").put("example", "2026-11-25T09:30:00Z");
  }

  private static ObjectNode amount(FieldType.Currency currency) {
    return Schemas.anyOf(
        number(currency.digits(), currency.decimals()), Schemas.ref("huozi.Money"));
  }

  /// The codes with their labels. Writers may not choose a code that is no longer active; readers
  /// may meet one.
  private ObjectNode picklist(FieldType.Picklist picklist, boolean activeOnly) {
    ObjectNode schema = Schemas.type("string");
    OptionSet options = snapshot.optionSet(picklist.optionset());
    if (options == null) {
      return schema;
    }
    ArrayNode codes = schema.putArray("enum");
    ObjectNode labels = schema.putObject("x-huozi-labels");
    for (OptionSet.Option option : options.values()) {
      if (option.active() || !activeOnly) {
        codes.add(option.code());
        labels.put(option.code(), option.label().get(locale, option.code()));
      }
    }
    if (picklist.controlledBy() != null) {
      schema.put("x-huozi-controlled-by", picklist.controlledBy());
    }
    return schema;
  }

  /// An id, or an object with one unique field of the target.
  private ObjectNode reference(List<String> targets) {
    ObjectNode choice = Schemas.anyOf(Schemas.uuid());
    ArrayNode forms = choice.withArray("anyOf");
    for (String target : targets) {
      ObjectModel object = snapshot.object(target);
      if (object != null) {
        object.fields().stream()
            .filter(field -> field.field().unique())
            .forEach(field -> forms.add(Schemas.keyed(field.name())));
      }
    }
    choice.putArray("x-huozi-targets").add(String.join(",", targets));
    return choice;
  }

  private static ObjectNode polyReference(FieldType.PolyLookup several) {
    ObjectNode schema = Schemas.type("object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode objects = Schemas.type("string").putArray("enum");
    several.targets().forEach(objects::add);
    properties.putObject("object").put("type", "string").set("enum", objects);
    properties.set("id", Schemas.uuid());
    schema.putArray("required").add("object").add("id");
    return schema.put("additionalProperties", false);
  }
}
