package dev.huozi.formula.function;

import dev.huozi.formula.number.Trigonometry;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// PI: the ratio of a circle to its diameter.
final class Pi extends StandardFunction {
  Pi() {
    super(
        "PI",
        List.of("圆周率"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of("圆周率，39 位有效数字。", "Pi, to 39 digits."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER, Kernel.of(Trigonometry.class, "pi", BigDecimal.class))),
        List.of(
            new Example("PI()", "3.1415926535897932384626433832795028842"),
            new Example("ROUND(PI(), 2)", "3.14"),
            new Example("PI() > 3", "true")));
  }
}
