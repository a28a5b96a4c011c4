package dev.huozi.record.write;

import dev.huozi.platform.value.Money;
import dev.huozi.record.Reference;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether two values of a field are the same to the database: 1.5 is 1.50, a reference is its
/// target.
final class SameValue {
  private SameValue() {}

  static boolean test(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return one == other;
    }
    return switch (one) {
      case BigDecimal number -> other instanceof BigDecimal second && number.compareTo(second) == 0;
      case Money money ->
          other instanceof Money second
              && money.currency().equals(second.currency())
              && money.amount().compareTo(second.amount()) == 0;
      case Reference reference ->
          other instanceof Reference second
              && reference.object().equals(second.object())
              && reference.id().equals(second.id());
      default -> Objects.equals(one, other);
    };
  }
}
