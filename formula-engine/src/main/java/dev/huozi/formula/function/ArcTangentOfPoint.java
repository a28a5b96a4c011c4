package dev.huozi.formula.function;

import dev.huozi.formula.number.Trigonometry;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// ATAN2: the angle of a point.
final class ArcTangentOfPoint extends StandardFunction {
  ArcTangentOfPoint() {
    super(
        "ATAN2",
        List.of("方位角"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "从原点看点 (x, y) 的角（弧度，-π 到 π）；先写 y。原点为 0。",
            "The angle in radians, -pi to pi, at which the point (x, y) is seen from the origin; y"
                + " comes first. 0 for the origin."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(
                    Trigonometry.class,
                    "atan2",
                    BigDecimal.class,
                    BigDecimal.class,
                    BigDecimal.class),
                Parameter.number("y"),
                Parameter.number("x"))),
        List.of(
            new Example("ATAN2(0, 1)", "0"),
            new Example("ROUND(ATAN2(1, 1), 10)", "0.7853981634"),
            new Example("ROUND(ATAN2(1, -1), 10)", "2.3561944902")));
  }
}
