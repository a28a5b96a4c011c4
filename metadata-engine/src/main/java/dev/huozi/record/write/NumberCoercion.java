package dev.huozi.record.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.platform.value.Money;
import dev.huozi.record.RecordError;
import java.math.BigDecimal;
import java.util.Map;

/// Exact decimals. What does not fit the field is refused, never rounded.
final class NumberCoercion {
  /// More digits than any field holds: refused before arithmetic on a huge exponent can cost
  /// anything.
  private static final int MOST_DIGITS = 200;

  private NumberCoercion() {}

  static Coerced number(FieldInput input, DecimalShape shape) {
    return number(input, input.json(), shape);
  }

  /// A plain amount in the tenant's currency, or `{"amount": 12.5, "currency": "CNY"}`.
  static Coerced money(FieldInput input, DecimalShape shape) {
    String currency = input.scope().context().tenant().currency();
    JsonNode amount = input.json();
    if (amount.isObject()) {
      for (Map.Entry<String, JsonNode> part : amount.properties()) {
        if (!part.getKey().equals("amount") && !part.getKey().equals("currency")) {
          return misshapenMoney(input);
        }
      }
      JsonNode given = amount.path("currency");
      if (!given.isTextual() || !amount.has("amount")) {
        return misshapenMoney(input);
      }
      if (!given.textValue().equals(currency)) {
        return input.refuse(
            RecordError.RECORD_CURRENCY_OTHER,
            "expected",
            currency,
            "actual",
            FieldInput.shown(given.textValue()));
      }
      amount = amount.get("amount");
    }
    if (amount.isNull()) {
      return Coerced.BLANK;
    }
    Coerced number = number(input, amount, shape);
    return number instanceof Coerced.Value value && value.value() instanceof BigDecimal decimal
        ? new Coerced.Value(new Money(decimal, currency))
        : number;
  }

  private static Coerced misshapenMoney(FieldInput input) {
    return input.refuseShape(
        "数字，或只含 amount 与 currency 的对象", "a number, or an object of amount and currency only");
  }

  private static Coerced number(FieldInput input, JsonNode json, DecimalShape shape) {
    if (!json.isNumber()) {
      return input.refuseShape("数字", "a number");
    }
    if (json.isDouble() || json.isFloat()) {
      throw new IllegalArgumentException(
          "Field (%s) got a binary floating-point number.\nMaybe read the JSON with the house's mapper, which keeps decimals exact."
              .formatted(input.field().name()));
    }
    BigDecimal value = json.decimalValue();
    if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
      return tooLarge(input, shape, value.toString(), value.precision() - (long) value.scale());
    }
    BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (shortest.scale() > shape.scale()) {
      return input.refuse(
          RecordError.RECORD_NUMBER_SCALE,
          "maximum",
          shape.scale(),
          "actual",
          shortest.scale(),
          "value",
          FieldInput.shown(value.toPlainString()));
    }
    int integerDigits = shortest.precision() - shortest.scale();
    if (integerDigits > shape.integerDigits()) {
      return tooLarge(input, shape, shortest.toPlainString(), integerDigits);
    }
    return new Coerced.Value(shortest.setScale(shape.scale()));
  }

  private static Coerced tooLarge(FieldInput input, DecimalShape shape, String value, long digits) {
    return input.refuse(
        RecordError.RECORD_NUMBER_PRECISION,
        "maximum",
        shape.integerDigits(),
        "actual",
        digits,
        "value",
        FieldInput.shown(value));
  }
}
