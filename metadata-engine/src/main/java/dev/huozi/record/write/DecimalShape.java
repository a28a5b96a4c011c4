package dev.huozi.record.write;

import dev.huozi.metadata.field.FieldType;
import org.jspecify.annotations.Nullable;

/// How many digits a decimal field holds: `integerDigits` before the point, `scale` after it.
record DecimalShape(int integerDigits, int scale) {
  private static final int DEFAULT_PRECISION = 18;
  private static final int DEFAULT_SCALE = 2;
  private static final int DEFAULT_RATIO_SCALE = 4;

  static DecimalShape of(FieldType.Number number) {
    return of(number.precision(), number.scale());
  }

  static DecimalShape of(FieldType.Currency currency) {
    return of(currency.precision(), currency.scale());
  }

  static DecimalShape of(FieldType.Percent percent) {
    int scale = percent.scale() == null ? DEFAULT_RATIO_SCALE : percent.scale();
    return of(DEFAULT_PRECISION, scale);
  }

  private static DecimalShape of(@Nullable Integer precision, @Nullable Integer scale) {
    int digits = scale == null ? DEFAULT_SCALE : scale;
    return new DecimalShape((precision == null ? DEFAULT_PRECISION : precision) - digits, digits);
  }
}
