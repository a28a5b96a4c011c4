package dev.huozi.formula.function;

import dev.huozi.formula.number.Rounding;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// FLOOR: the next whole number toward zero.
final class Floor extends StandardFunction {
  Floor() {
    super(
        "FLOOR",
        List.of("近零取整"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of("向零取整：直接舍去小数。", "The next whole number toward zero."),
        List.of(
            Signature.propagating(
                ResultType.likeFirst(),
                Kernel.of(Rounding.class, "floor", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("FLOOR(2.9)", "2"),
            new Example("FLOOR(-2.9)", "-2"),
            new Example("FLOOR(6 / 11 * 11)", "6")));
  }
}
