package dev.huozi.formula.function;

import dev.huozi.formula.number.Exponentials;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// EXP: the power of e.
final class Exponential extends StandardFunction {
  Exponential() {
    super(
        "EXP",
        List.of("自然指数"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of("e（约 2.71828）的乘方。", "e (about 2.71828) to that power."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Exponentials.class, "exp", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("EXP(0)", "1"),
            new Example("EXP(1)", "2.71828182845904523536028747135266249776"),
            new Example("EXP(1000)", "#ERROR RANGE")));
  }
}
