package dev.huozi.formula.function;

import dev.huozi.formula.number.Arithmetic;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// MIN: the smallest number.
final class Minimum extends StandardFunction {
  Minimum() {
    super(
        "MIN",
        List.of("最小值"),
        FunctionGroup.MATH,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "最小的数；有空白时结果为空白。", "The smallest of the numbers; blank if one of them is."),
        List.of(
            Signature.propagating(
                    ResultType.common(),
                    Kernel.of(
                        Arithmetic.class,
                        "min",
                        BigDecimal.class,
                        BigDecimal.class,
                        BigDecimal.class),
                    Parameter.number("number"))
                .repeating(Signature.Repeat.FOLD)),
        List.of(
            new Example("MIN(1, 3, 2)", "1"),
            new Example("MIN(-1)", "-1"),
            new Example("MIN(1, NULL)", "")));
  }
}
