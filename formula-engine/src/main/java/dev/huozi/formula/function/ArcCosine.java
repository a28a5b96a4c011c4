package dev.huozi.formula.function;

import dev.huozi.formula.number.Trigonometry;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// ACOS: the angle of a cosine.
final class ArcCosine extends StandardFunction {
  ArcCosine() {
    super(
        "ACOS",
        List.of("反余弦"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "余弦为该数的角（弧度）；-1 到 1 以外出错。",
            "The angle in radians with that cosine; an error outside -1 to 1."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Trigonometry.class, "acos", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("ACOS(1)", "0"),
            new Example("ROUND(ACOS(0), 10)", "1.5707963268"),
            new Example("ACOS(-1.5)", "#ERROR DOMAIN")));
  }
}
