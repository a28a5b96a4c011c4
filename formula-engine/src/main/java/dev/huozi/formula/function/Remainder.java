package dev.huozi.formula.function;

import dev.huozi.formula.number.Arithmetic;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// MOD: the remainder of a division, with the sign of the dividend.
final class Remainder extends StandardFunction {
  Remainder() {
    super(
        "MOD",
        List.of("取余"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "相除后的余数，符号与被除数相同；除数为零时出错。",
            "The remainder of the division, with the sign of the dividend; an error for divisor"
                + " zero."),
        List.of(
            Signature.propagating(
                ResultType.likeFirst(),
                Kernel.of(
                    Arithmetic.class, "mod", BigDecimal.class, BigDecimal.class, BigDecimal.class),
                Parameter.number("number"),
                Parameter.number("divisor"))),
        List.of(
            new Example("MOD(7, 3)", "1"),
            new Example("MOD(-7, 3)", "-1"),
            new Example("MOD(5.5, 2)", "1.5"),
            new Example("MOD(7, 0)", "#ERROR DIVISION_BY_ZERO")));
  }
}
