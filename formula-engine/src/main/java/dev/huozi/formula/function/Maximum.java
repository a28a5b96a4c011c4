package dev.huozi.formula.function;

import dev.huozi.formula.number.Arithmetic;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// MAX: the largest number.
final class Maximum extends StandardFunction {
  Maximum() {
    super(
        "MAX",
        List.of("最大值"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of("最大的数；有空白时结果为空白。", "The largest of the numbers; blank if one of them is."),
        List.of(
            Signature.propagating(
                    ResultType.common(),
                    Kernel.of(
                        Arithmetic.class,
                        "max",
                        BigDecimal.class,
                        BigDecimal.class,
                        BigDecimal.class),
                    Parameter.number("number"))
                .repeating(Signature.Repeat.FOLD)),
        List.of(
            new Example("MAX(1, 3, 2)", "3"),
            new Example("MAX(-1)", "-1"),
            new Example("MAX(1, NULL)", "")));
  }
}
