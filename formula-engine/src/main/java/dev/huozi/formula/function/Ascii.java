package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// ASCII: the code point of the first character.
final class Ascii extends StandardFunction {
  Ascii() {
    super(
        "ASCII",
        List.of("字符码"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of("首个字符的 Unicode 码位。", "The code point of the first character."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Texts.class, "ascii", int.class, String.class),
                Parameter.text("text"))),
        List.of(
            new Example("ASCII(\"A\")", "65"),
            new Example("ASCII(\"活\")", "27963"),
            new Example("ASCII(\"\")", "")));
  }
}
