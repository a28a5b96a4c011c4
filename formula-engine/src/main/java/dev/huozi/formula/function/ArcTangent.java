package dev.huozi.formula.function;

import dev.huozi.formula.number.Trigonometry;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// ATAN: the angle of a tangent.
final class ArcTangent extends StandardFunction {
  ArcTangent() {
    super(
        "ATAN",
        List.of("反正切"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of("正切为该数的角（弧度）。", "The angle in radians with that tangent."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Trigonometry.class, "atan", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("ATAN(0)", "0"),
            new Example("ROUND(ATAN(1), 10)", "0.7853981634"),
            new Example("ROUND(ATAN(-1), 10)", "-0.7853981634")));
  }
}
