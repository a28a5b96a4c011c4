package dev.huozi.formula.function;

import dev.huozi.formula.number.Exponentials;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// LOG: the logarithm to the base ten.
final class CommonLogarithm extends StandardFunction {
  CommonLogarithm() {
    super(
        "LOG",
        List.of("常用对数"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "以 10 为底的对数；零和负数出错。",
            "The logarithm to the base 10; an error for zero and negative numbers."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Exponentials.class, "log", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("LOG(1000)", "3"),
            new Example("LOG(0.01)", "-2"),
            new Example("LOG(-1)", "#ERROR DOMAIN")));
  }
}
