package dev.huozi.formula.function;

import dev.huozi.formula.number.Rounding;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// CEILING: the next whole number away from zero.
final class Ceiling extends StandardFunction {
  Ceiling() {
    super(
        "CEILING",
        List.of("远零取整"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of("远离零取整：正数进位，负数更小。", "The next whole number away from zero."),
        List.of(
            Signature.propagating(
                ResultType.likeFirst(),
                Kernel.of(Rounding.class, "ceiling", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("CEILING(2.1)", "3"),
            new Example("CEILING(-2.1)", "-3"),
            new Example("CEILING(6 / 11 * 11)", "6")));
  }
}
