package dev.huozi.formula.function;

import dev.huozi.formula.number.Trigonometry;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// TAN: the tangent of an angle in radians.
final class Tangent extends StandardFunction {
  Tangent() {
    super(
        "TAN",
        List.of("正切"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of("角的正切，角以弧度计。", "The tangent of an angle in radians."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Trigonometry.class, "tan", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("TAN(0)", "0"),
            new Example("ROUND(TAN(PI() / 4), 30)", "1"),
            new Example("ROUND(TAN(1), 10)", "1.5574077247")));
  }
}
