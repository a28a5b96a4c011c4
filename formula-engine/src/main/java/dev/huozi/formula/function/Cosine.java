package dev.huozi.formula.function;

import dev.huozi.formula.number.Trigonometry;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// COS: the cosine of an angle in radians.
final class Cosine extends StandardFunction {
  Cosine() {
    super(
        "COS",
        List.of("余弦"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of("角的余弦，角以弧度计。", "The cosine of an angle in radians."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Trigonometry.class, "cos", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("COS(0)", "1"),
            new Example("ROUND(COS(PI()), 30)", "-1"),
            new Example("ROUND(COS(1), 10)", "0.5403023059")));
  }
}
