package dev.huozi.record.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One column of a seed file and the field it fills.
///
/// @param target the object that a reference points at, null for other fields
/// @param key the field by which the target's record is found, null for other fields
record SeedColumn(FieldModel field, @Nullable String target, @Nullable String key) {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,60})?");

  /// The value as the write pipeline takes it, or null when the field cannot be written so.
  @Nullable JsonNode json(String value, MetadataSnapshot snapshot) {
    return switch (field.field().type()) {
      case FieldType.Text _, FieldType.LongText _, FieldType.Email _, FieldType.Phone _ ->
          TextNode.valueOf(value);
      case FieldType.Decimal _ ->
          NUMBER.matcher(value).matches() ? DecimalNode.valueOf(new BigDecimal(value)) : null;
      case FieldType.Bool _ ->
          value.equals("true") || value.equals("false")
              ? BooleanNode.valueOf(value.equals("true"))
              : null;
      case FieldType.Date _ -> isDate(value) ? TextNode.valueOf(value) : null;
      case FieldType.DateTime _ -> isInstant(value) ? TextNode.valueOf(value) : null;
      case FieldType.Picklist picklist ->
          isCode(value, snapshot.optionSet(picklist.optionset())) ? TextNode.valueOf(value) : null;
      case FieldType.Lookup _, FieldType.MasterDetail _, FieldType.User _ ->
          JsonNodeFactory.instance.objectNode().put(key, value);
      case FieldType.PolyLookup _ ->
          JsonNodeFactory.instance.objectNode().put("object", target).put(key, value);
      case FieldType.AutoNumber _, FieldType.Formula _ -> null;
    };
  }

  private static boolean isCode(String value, @Nullable OptionSet set) {
    return set != null && set.values().stream().anyMatch(option -> option.code().equals(value));
  }

  private static boolean isDate(String value) {
    try {
      return LocalDate.parse(value).getYear() > 0;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static boolean isInstant(String value) {
    try {
      return OffsetDateTime.parse(value).getYear() > 0;
    } catch (DateTimeException _) {
      return false;
    }
  }
}
