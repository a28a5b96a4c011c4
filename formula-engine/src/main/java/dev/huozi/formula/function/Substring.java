package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// SUBSTR: from a position to the end, or some characters from there; a negative position counts
/// from the end.
final class Substring extends StandardFunction {
  Substring() {
    super(
        "SUBSTR",
        List.of("截取"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "从指定位置取到末尾或取若干个字符；负的位置从末尾数起。",
            "From a position to the end, or some characters from there; a negative position counts from the end."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "substr", String.class, String.class, int.class),
                Parameter.text("text"),
                Parameter.number("start")),
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "substr", String.class, String.class, int.class, int.class),
                Parameter.text("text"),
                Parameter.number("start"),
                Parameter.number("count"))),
        List.of(
            new Example("SUBSTR(\"123456\", 4)", "456"),
            new Example("SUBSTR(\"123456\", -4)", "3456"),
            new Example("SUBSTR(\"123456\", -4, 2)", "34")));
  }
}
