package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// RPAD: fills a text on the right to a length with blanks or a given text; cuts what is longer.
final class PadRight extends StandardFunction {
  PadRight() {
    super(
        "RPAD",
        List.of("右填充"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "用空格或指定文本在右边补足到指定长度；超长则截断。",
            "Fills a text on the right to a length with blanks or a given text; cuts what is longer."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "rpad", String.class, String.class, int.class),
                Parameter.text("text"),
                Parameter.number("length")),
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "rpad", String.class, String.class, int.class, String.class),
                Parameter.text("text"),
                Parameter.number("length"),
                Parameter.text("pad"))),
        List.of(
            new Example("RPAD(\"a\", 4, \"xy\")", "axyx"),
            new Example("RPAD(\"abcdef\", 3)", "abc"),
            new Example("RPAD(\"4\", 3, \"0\")", "400")));
  }
}
