package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// CHR: the character of a code point; blank when there is none.
final class CharacterOf extends StandardFunction {
  CharacterOf() {
    super(
        "CHR",
        List.of("字符"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "Unicode 码位对应的字符；不存在则为空。", "The character of a code point; blank when there is none."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "chr", String.class, int.class),
                Parameter.number("code"))),
        List.of(
            new Example("CHR(65)", "A"),
            new Example("CHR(27963)", "活"),
            new Example("CHR(0)", "")));
  }
}
