package dev.huozi.record.write;

import dev.huozi.metadata.field.FieldType;

/// How many digits a decimal field holds: `integerDigits` before the point, `scale` after it.
record DecimalShape(int integerDigits, int scale) {
  static DecimalShape of(FieldType.Number number) {
    return new DecimalShape(number.digits() - number.decimals(), number.decimals());
  }

  static DecimalShape of(FieldType.Currency currency) {
    return new DecimalShape(currency.digits() - currency.decimals(), currency.decimals());
  }

  static DecimalShape of(FieldType.Percent percent) {
    return new DecimalShape(percent.digits() - percent.decimals(), percent.decimals());
  }
}
