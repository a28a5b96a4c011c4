package dev.huozi.formula.function;

import dev.huozi.formula.number.NumberTexts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// ISNUMBER: whether a text can be read as a number.
final class IsNumber extends StandardFunction {
  IsNumber() {
    super(
        "ISNUMBER",
        List.of("是数字"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "文本能用 VALUE 读成数字时为真：可有正负号、小数点和指数，不可有空格和千分位逗号。空白为假。",
            "True when VALUE can read the text: sign, point and exponent are allowed, blanks and"
                + " thousands separators are not. False for a blank."),
        List.of(
            Signature.neverBlank(
                ResultType.BOOLEAN,
                Kernel.of(NumberTexts.class, "isNumber", boolean.class, String.class),
                Parameter.text("text"))),
        List.of(
            new Example("ISNUMBER(\"-1.5\")", "true"),
            new Example("ISNUMBER(\"1,000\")", "false"),
            new Example("ISNUMBER(\"1e3\")", "true"),
            new Example("ISNUMBER(\"\")", "false")));
  }
}
