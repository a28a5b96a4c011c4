package dev.huozi.formula.function;

import dev.huozi.formula.number.NumberTexts;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// VALUE: a text as number.
final class ValueOf extends StandardFunction {
  ValueOf() {
    super(
        "VALUE",
        List.of("数值"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "把文本读成数字：可有正负号、小数点和指数，不可有空格和千分位逗号，否则出错。",
            "The number that the text says: sign, point and exponent are allowed, blanks and"
                + " thousands separators are an error."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(NumberTexts.class, "value", BigDecimal.class, String.class),
                Parameter.text("text"))),
        List.of(
            new Example("VALUE(\"-1.50\")", "-1.5"),
            new Example("VALUE(\"1e3\")", "1000"),
            new Example("VALUE(\"1,000\")", "#ERROR NOT_A_NUMBER"),
            new Example("VALUE(\"\")", "")));
  }
}
