package dev.huozi.formula.function;

import dev.huozi.formula.number.Exponentials;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// SQRT: the square root.
final class SquareRoot extends StandardFunction {
  SquareRoot() {
    super(
        "SQRT",
        List.of("平方根"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "正的平方根；负数出错。", "The positive square root; an error for a negative number."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Exponentials.class, "sqrt", BigDecimal.class, BigDecimal.class),
                Parameter.number("number"))),
        List.of(
            new Example("SQRT(16)", "4"),
            new Example("SQRT(2)", "1.41421356237309504880168872420969807857"),
            new Example("SQRT(-1)", "#ERROR DOMAIN")));
  }
}
