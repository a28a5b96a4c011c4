package dev.huozi.formula.function;

import dev.huozi.formula.number.Rounding;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// TRUNC: cuts after decimals.
final class Truncate extends StandardFunction {
  Truncate() {
    super(
        "TRUNC",
        List.of("截断"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "保留给定的小数位，其余直接舍去；位数为负时舍去个、十等位。",
            "Keeps that many decimals and drops the rest; a negative count drops ones, tens, …."),
        List.of(
            Signature.propagating(
                ResultType.likeFirst(),
                Kernel.of(Rounding.class, "trunc", BigDecimal.class, BigDecimal.class, int.class),
                Parameter.number("number"),
                Parameter.number("places"))),
        List.of(
            new Example("TRUNC(12.349, 2)", "12.34"),
            new Example("TRUNC(-1.9, 0)", "-1"),
            new Example("TRUNC(1299, -2)", "1200")));
  }
}
