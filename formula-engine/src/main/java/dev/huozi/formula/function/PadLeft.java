package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// LPAD: fills a text on the left to a length with blanks or a given text; cuts what is longer.
final class PadLeft extends StandardFunction {
  PadLeft() {
    super(
        "LPAD",
        List.of("左填充"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "用空格或指定文本在左边补足到指定长度；超长则截断。",
            "Fills a text on the left to a length with blanks or a given text; cuts what is longer."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "lpad", String.class, String.class, int.class),
                Parameter.text("text"),
                Parameter.number("length")),
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "lpad", String.class, String.class, int.class, String.class),
                Parameter.text("text"),
                Parameter.number("length"),
                Parameter.text("pad"))),
        List.of(
            new Example("LPAD(\"42\", 5, \"0\")", "00042"),
            new Example("LPAD(\"abcdef\", 3)", "abc"),
            new Example("LPAD(\"a\", 4, \"xy\")", "xyxa")));
  }
}
