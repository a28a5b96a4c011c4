package dev.huozi.formula.function;

import dev.huozi.formula.number.Rounding;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// ROUND: rounds to decimals, halves away from zero.
final class Round extends StandardFunction {
  Round() {
    super(
        "ROUND",
        List.of("四舍五入"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "四舍五入到给定的小数位，负数也按绝对值进位；位数为负时舍入到十、百等。",
            "Rounds to that many decimals, halves away from zero; a negative count rounds to tens,"
                + " hundreds, …."),
        List.of(
            Signature.propagating(
                ResultType.likeFirst(),
                Kernel.of(Rounding.class, "round", BigDecimal.class, BigDecimal.class, int.class),
                Parameter.number("number"),
                Parameter.number("places"))),
        List.of(
            new Example("ROUND(12.345, 2)", "12.35"),
            new Example("ROUND(-12.345, 2)", "-12.35"),
            new Example("ROUND(1234.5, -2)", "1200"),
            new Example("ROUND(-0.5, 0)", "-1")));
  }
}
