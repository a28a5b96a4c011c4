package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// TRIM: removes blanks at both ends.
final class Trim extends StandardFunction {
  Trim() {
    super(
        "TRIM",
        List.of("去空格"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of("去掉文本两端的空白。", "Removes blanks at both ends."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "trim", String.class, String.class),
                Parameter.text("text"))),
        List.of(
            new Example("TRIM(\"  a b \")", "a b"),
            new Example("TRIM(\"   \")", ""),
            new Example("TRIM(\"x\")", "x")));
  }
}
