package dev.huozi.ui.page;

import dev.huozi.metadata.field.FieldType;
import org.jspecify.annotations.Nullable;

/// How many digits after the point a type has: what it says, else the default of its kind.
public final class Scales {
  private static final int NUMBER = 2;
  private static final int PERCENT = 4;

  private Scales() {}

  public static int of(FieldType.Number type) {
    return or(type.scale(), NUMBER);
  }

  public static int of(FieldType.Currency type) {
    return or(type.scale(), NUMBER);
  }

  /// Digits of the ratio: 4 for 12.34 %.
  public static int of(FieldType.Percent type) {
    return or(type.scale(), PERCENT);
  }

  private static int or(@Nullable Integer scale, int otherwise) {
    return scale == null ? otherwise : scale;
  }
}
