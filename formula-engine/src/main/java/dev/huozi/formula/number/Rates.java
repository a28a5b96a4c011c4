package dev.huozi.formula.number;

import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import java.util.Locale;

/// Exchange rates, as the surroundings of an evaluation know them.
public final class Rates {
  private Rates() {}

  /// @throws FormulaException `MISSING` for a currency without a rate
  public static BigDecimal rate(EvaluationContext context, String currency) {
    return context.rate(currency.toUpperCase(Locale.ROOT));
  }
}
