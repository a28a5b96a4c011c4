package dev.huozi.ui.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.platform.value.Money;
import dev.huozi.record.Reference;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values as the texts of inputs and back: decimals plain, percent times 100, datetimes where the
/// reader is, references as `object:id`. A blank value is the empty text.
///
/// @param zone of datetimes
public record FieldText(ZoneId zone) {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,60}(\\.\\d{0,60})?|\\.\\d{1,60})");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
  private static final int PERCENT_DIGITS = 2;

  /// A text that is no value of its type.
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient FormError code;

    Unreadable(FormError code) {
      super(code.name(), null, false, false);
      this.code = code;
    }

    public FormError code() {
      return code;
    }
  }

  /// The text of a value in the shape of `RecordView.values`.
  public String write(FieldType type, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case FormulaError _ -> "";
      case BigDecimal ratio when type.values() instanceof FieldType.Percent ->
          plain(ratio.movePointRight(PERCENT_DIGITS));
      case BigDecimal number -> plain(number);
      case Money money -> plain(money.amount());
      case Instant at -> MINUTES.format(at.atZone(zone));
      case Reference reference -> reference.object() + ":" + reference.id();
      default -> value.toString();
    };
  }

  /// The value of a text, in JSON as `RecordCommand` takes it.
  public JsonNode read(FieldType type, String typed) throws Unreadable {
    String text = type instanceof FieldType.LongText ? typed.replace("\r\n", "\n") : typed.strip();
    if (type instanceof FieldType.Bool) {
      return BooleanNode.valueOf(text.equals("true"));
    }
    if (text.isEmpty()) {
      return NullNode.getInstance();
    }
    return switch (type) {
      case FieldType.Text _, FieldType.LongText _, FieldType.Picklist _ -> TextNode.valueOf(text);
      case FieldType.Email _, FieldType.Phone _, FieldType.AutoNumber _, FieldType.Formula _ ->
          TextNode.valueOf(text);
      case FieldType.Number _, FieldType.Currency _ -> DecimalNode.valueOf(decimal(text));
      case FieldType.Percent _ -> DecimalNode.valueOf(percent(text));
      case FieldType.Bool _ -> throw new AssertionError("Booleans were read above.");
      case FieldType.Date _ -> TextNode.valueOf(date(text).toString());
      case FieldType.DateTime _ -> TextNode.valueOf(instant(text).toString());
      case FieldType.Lookup _, FieldType.MasterDetail _, FieldType.User _ ->
          TextNode.valueOf(reference(text).id().toString());
      case FieldType.PolyLookup _ -> polyLookup(reference(text));
    };
  }

  /// The record that a text `object:id` names.
  public static Reference reference(String text) throws Unreadable {
    int colon = text.lastIndexOf(':');
    try {
      return new Reference(
          text.substring(0, Math.max(0, colon)), UUID.fromString(text.substring(colon + 1)), null);
    } catch (IllegalArgumentException _) {
      throw new Unreadable(FormError.FORM_REFERENCE_INVALID);
    }
  }

  private static JsonNode polyLookup(Reference reference) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("object", reference.object())
        .put("id", reference.id().toString());
  }

  private static String plain(BigDecimal number) {
    return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
  }

  private static BigDecimal percent(String text) throws Unreadable {
    String digits =
        text.endsWith("%") || text.endsWith("％")
            ? text.substring(0, text.length() - 1).strip()
            : text;
    return decimal(digits).movePointLeft(PERCENT_DIGITS);
  }

  private static BigDecimal decimal(String text) throws Unreadable {
    String digits = GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
    if (!DECIMAL.matcher(digits).matches()) {
      throw new Unreadable(FormError.FORM_NUMBER_INVALID);
    }
    return new BigDecimal(digits);
  }

  private static LocalDate date(String text) throws Unreadable {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw new Unreadable(FormError.FORM_DATE_INVALID);
    }
  }

  private Instant instant(String text) throws Unreadable {
    try {
      return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
    } catch (DateTimeException _) {
      throw new Unreadable(FormError.FORM_DATETIME_INVALID);
    }
  }
}
