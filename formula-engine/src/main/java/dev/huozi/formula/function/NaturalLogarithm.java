package dev.huozi.formula.function;

import dev.huozi.formula.number.Exponentials;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// LN: the natural logarithm.
final class NaturalLogarithm extends StandardFunction {
  NaturalLogarithm() {
    super(
        "LN",
        List.of("自然对数"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "以 e 为底的对数；零和负数出错。",
            "The logarithm to the base e; an error for zero and negative numbers."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Exponentials.class, "ln", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("LN(1)", "0"),
            new Example("LN(2)", "0.693147180559945309417232121458176568076"),
            new Example("LN(0)", "#ERROR DOMAIN")));
  }
}
