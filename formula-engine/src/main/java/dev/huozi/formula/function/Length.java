package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// LEN: the number of characters; an emoji counts as one, a blank as 0.
final class Length extends StandardFunction {
  Length() {
    super(
        "LEN",
        List.of("长度"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "文本的字符数；一个汉字或表情算一个，空值为 0。",
            "The number of characters; an emoji counts as one, a blank as 0."),
        List.of(
            Signature.neverBlank(
                ResultType.NUMBER,
                Kernel.of(Texts.class, "len", int.class, String.class),
                Parameter.text("text"))),
        List.of(
            new Example("LEN(\"活字\")", "2"),
            new Example("LEN(\"\")", "0"),
            new Example("LEN(\"a b\")", "3")));
  }
}
