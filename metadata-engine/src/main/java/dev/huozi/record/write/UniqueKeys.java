package dev.huozi.record.write;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.value.LocalizedText;
import dev.huozi.platform.value.Money;
import dev.huozi.record.RecordError;
import dev.huozi.record.Reference;
import dev.huozi.record.query.ScalarText;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Comparing and wording values that must be unique.
final class UniqueKeys {
  private UniqueKeys() {}

  /// Values that are equal exactly when the unique index takes them for equal (but for rare letters
  /// whose case Java and ICU fold differently; those the index finds).
  static List<Object> comparable(Collection<Object> values) {
    return values.stream().map(UniqueKeys::comparable).toList();
  }

  private static Object comparable(Object value) {
    return switch (value) {
      case String text -> text.toLowerCase(Locale.ROOT);
      case BigDecimal number -> number.stripTrailingZeros();
      case Money money -> money.amount().stripTrailingZeros();
      case Reference reference -> reference.id();
      default -> value;
    };
  }

  static void refuse(WriteScope scope, Draft draft, List<FieldModel> key) {
    FieldModel first = key.getFirst();
    if (key.size() == 1) {
      scope.refuse(draft, first, RecordError.RECORD_NOT_UNIQUE, "value", shown(draft.value(first)));
      return;
    }
    List<LocalizedText> labels = key.stream().map(WriteScope::label).toList();
    scope.refuse(draft, first, RecordError.RECORD_NOT_UNIQUE_TOGETHER, "fields", labels);
  }

  static String shown(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Money money -> money.amount().toPlainString();
      case Reference reference ->
          reference.name() == null ? reference.id().toString() : reference.name();
      default -> FieldInput.shown(String.valueOf(ScalarText.write(value)));
    };
  }
}
