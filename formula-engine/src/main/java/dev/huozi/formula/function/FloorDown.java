package dev.huozi.formula.function;

import dev.huozi.formula.number.Rounding;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// MFLOOR: the next whole number downward.
final class FloorDown extends StandardFunction {
  FloorDown() {
    super(
        "MFLOOR",
        List.of("向下取整"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "向下取整：不大于该数的最大整数。", "The greatest whole number that is not above the number."),
        List.of(
            Signature.propagating(
                ResultType.likeFirst(),
                Kernel.of(Rounding.class, "mfloor", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("MFLOOR(2.9)", "2"),
            new Example("MFLOOR(-2.1)", "-3"),
            new Example("MFLOOR(4)", "4")));
  }
}
