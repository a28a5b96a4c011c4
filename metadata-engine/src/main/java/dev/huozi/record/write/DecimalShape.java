package dev.huozi.record.write;

import dev.huozi.metadata.field.FieldType;

/// How many digits a decimal field holds: `integerDigits` before the point, `scale` after it.
record DecimalShape(int integerDigits, int scale) {
  static DecimalShape of(FieldType.Decimal type) {
    return new DecimalShape(type.digits() - type.decimals(), type.decimals());
  }
}
