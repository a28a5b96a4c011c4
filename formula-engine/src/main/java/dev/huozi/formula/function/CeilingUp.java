package dev.huozi.formula.function;

import dev.huozi.formula.number.Rounding;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// MCEILING: the next whole number upward.
final class CeilingUp extends StandardFunction {
  CeilingUp() {
    super(
        "MCEILING",
        List.of("向上取整"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "向上取整：不小于该数的最小整数。", "The least whole number that is not below the number."),
        List.of(
            Signature.propagating(
                ResultType.likeFirst(),
                Kernel.of(Rounding.class, "mceiling", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("MCEILING(2.1)", "3"),
            new Example("MCEILING(-2.1)", "-2"),
            new Example("MCEILING(4)", "4")));
  }
}
