package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// REVERSE: the characters in reverse order.
final class Reverse extends StandardFunction {
  Reverse() {
    super(
        "REVERSE",
        List.of("反转"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of("把字符顺序反过来。", "The characters in reverse order."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "reverse", String.class, String.class),
                Parameter.text("text"))),
        List.of(
            new Example("REVERSE(\"abc\")", "cba"),
            new Example("REVERSE(\"活字\")", "字活"),
            new Example("REVERSE(\"\")", "")));
  }
}
