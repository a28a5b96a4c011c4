package dev.huozi.formula.function;

import dev.huozi.formula.number.Trigonometry;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// ASIN: the angle of a sine.
final class ArcSine extends StandardFunction {
  ArcSine() {
    super(
        "ASIN",
        List.of("反正弦"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "正弦为该数的角（弧度）；-1 到 1 以外出错。",
            "The angle in radians with that sine; an error outside -1 to 1."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Trigonometry.class, "asin", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("ASIN(0)", "0"),
            new Example("ROUND(ASIN(1), 10)", "1.5707963268"),
            new Example("ASIN(2)", "#ERROR DOMAIN")));
  }
}
