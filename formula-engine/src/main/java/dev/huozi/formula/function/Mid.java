package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// MID: characters from a position, counted from 1; a position below 1 counts as 1.
final class Mid extends StandardFunction {
  Mid() {
    super(
        "MID",
        List.of("中间"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "从指定位置（从 1 开始）取若干个字符；位置小于 1 时按 1 计。",
            "Characters from a position, counted from 1; a position below 1 counts as 1."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "mid", String.class, String.class, int.class, int.class),
                Parameter.text("text"),
                Parameter.number("start"),
                Parameter.number("count"))),
        List.of(
            new Example("MID(\"abcdef\", 2, 3)", "bcd"),
            new Example("MID(\"abc\", 0, 2)", "ab"),
            new Example("MID(\"abc\", 4, 2)", "")));
  }
}
