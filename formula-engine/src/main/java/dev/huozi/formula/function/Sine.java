package dev.huozi.formula.function;

import dev.huozi.formula.number.Trigonometry;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// SIN: the sine of an angle in radians.
final class Sine extends StandardFunction {
  Sine() {
    super(
        "SIN",
        List.of("正弦"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of("角的正弦，角以弧度计。", "The sine of an angle in radians."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Trigonometry.class, "sin", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("SIN(0)", "0"),
            new Example("ROUND(SIN(PI() / 2), 30)", "1"),
            new Example("ROUND(SIN(1), 10)", "0.8414709848")));
  }
}
