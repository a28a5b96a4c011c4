package dev.huozi.formula.function;

import dev.huozi.formula.number.Rates;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// CURRENCYRATE: the exchange rate of a currency.
final class CurrencyRate extends StandardFunction {
  CurrencyRate() {
    super(
        "CURRENCYRATE",
        List.of("汇率"),
        FunctionGroup.MATH,
        Volatility.STABLE,
        LocalizedText.of(
            "该币种（三位代码）对本位币的汇率；没有维护汇率时出错。",
            "The rate of the currency (code of three letters) to the tenant's base currency; an"
                + " error when there is none."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(
                    Rates.class, "rate", BigDecimal.class, EvaluationContext.class, String.class),
                Parameter.text("code"))),
        List.of(
            new Example("CURRENCYRATE(\"CNY\")", "1"),
            new Example("IFERROR(CURRENCYRATE(\"XXX\"), 0)", "0"),
            new Example("CURRENCYRATE(\"\")", "")));
  }
}
