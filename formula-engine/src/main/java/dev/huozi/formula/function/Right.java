package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// RIGHT: the last characters of a text.
final class Right extends StandardFunction {
  Right() {
    super(
        "RIGHT",
        List.of("右侧"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of("取文本右边的若干个字符。", "The last characters of a text."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "right", String.class, String.class, int.class),
                Parameter.text("text"),
                Parameter.number("count"))),
        List.of(
            new Example("RIGHT(\"2026-0042\", 4)", "0042"),
            new Example("RIGHT(\"abc\", 9)", "abc"),
            new Example("RIGHT(\"abc\", -1)", "")));
  }
}
