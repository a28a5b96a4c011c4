package dev.huozi.formula.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Where CURRENCYRATE finds its rates.
@FunctionalInterface
public interface CurrencyRates {
  CurrencyRates NONE = _ -> null;

  /// How much of the currency one unit of the tenant's base currency is; null when nobody has said.
  ///
  /// @param currency an ISO code, in capitals
  @Nullable BigDecimal rate(String currency);
}
