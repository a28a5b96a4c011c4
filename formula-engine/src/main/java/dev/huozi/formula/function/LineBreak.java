package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// BR: A line break.
final class LineBreak extends StandardFunction {
  LineBreak() {
    super(
        "BR",
        List.of("换行"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of("一个换行。", "A line break."),
        List.of(Signature.neverBlank(ResultType.TEXT, Kernel.of(Texts.class, "br", String.class))),
        List.of(
            new Example("LEN(\"a\" & BR() & \"b\")", "3"),
            new Example("CONTAINS(BR(), \"x\")", "false"),
            new Example("ASCII(BR())", "10")));
  }
}
