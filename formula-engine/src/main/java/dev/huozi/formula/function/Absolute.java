package dev.huozi.formula.function;

import dev.huozi.formula.number.Arithmetic;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// ABS: the magnitude of a number.
final class Absolute extends StandardFunction {
  Absolute() {
    super(
        "ABS",
        List.of("绝对值"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of("数字的绝对值。", "The number without its sign."),
        List.of(
            Signature.propagating(
                ResultType.likeFirst(),
                Kernel.of(Arithmetic.class, "abs", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("ABS(-2.5)", "2.5"),
            new Example("ABS(0)", "0"),
            new Example("ABS(3)", "3")));
  }
}
