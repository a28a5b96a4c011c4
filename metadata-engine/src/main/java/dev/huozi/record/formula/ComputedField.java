package dev.huozi.record.formula;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A field whose values a formula gives.
///
/// @param type how it is defined
/// @param formula bound to the field's object
/// @param mayFail whether it may be that there is no value but an error
public record ComputedField(
    FieldModel field, FieldType.Formula type, BoundFormula formula, boolean mayFail) {
  /// The formula fields are compared by their place in the model.
  @Override
  public boolean equals(Object other) {
    return other instanceof ComputedField(FieldModel same, _, _, _) && same.equals(field);
  }

  @Override
  public int hashCode() {
    return field.hashCode();
  }

  /// The value in the shapes of `RecordView`, or a `FormulaError`; never throws. A blank yes or no
  /// is a no.
  ///
  /// @param currency of amounts
  public @Nullable Object value(FormulaRecord record, EvaluationContext context, String currency) {
    return shaped(formula.evaluate(record, context), currency);
  }

  private @Nullable Object shaped(@Nullable Object value, String currency) {
    FieldType shown = type.shown();
    return switch (value) {
      case null -> shown instanceof FieldType.Bool ? Boolean.FALSE : null;
      case BigDecimal number when shown instanceof FieldType.Decimal decimal -> {
        BigDecimal rounded = number.setScale(decimal.decimals(), RoundingMode.HALF_UP);
        if (type.isStored()
            && rounded.precision() - rounded.scale() > decimal.digits() - decimal.decimals()) {
          yield new FormulaError(ErrorKind.RANGE, 0, 0);
        }
        yield shown instanceof FieldType.Currency ? new Money(rounded, currency) : rounded;
      }
      default -> value;
    };
  }
}
