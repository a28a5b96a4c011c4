package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// LEFT: the first characters of a text; blank when the count is not above 0.
final class Left extends StandardFunction {
  Left() {
    super(
        "LEFT",
        List.of("左侧"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "取文本左边的若干个字符；个数不大于 0 时为空。",
            "The first characters of a text; blank when the count is not above 0."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "left", String.class, String.class, int.class),
                Parameter.text("text"),
                Parameter.number("count"))),
        List.of(
            new Example("LEFT(\"活字CRM\", 2)", "活字"),
            new Example("LEFT(\"abc\", 9)", "abc"),
            new Example("LEFT(\"abc\", 0)", "")));
  }
}
