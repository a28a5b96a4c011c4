package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// BEGINS: whether a text begins with another; case counts.
final class Begins extends StandardFunction {
  Begins() {
    super(
        "BEGINS",
        List.of("开头是"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of("文本是否以另一段文本开头；区分大小写。", "Whether a text begins with another; case counts."),
        List.of(
            Signature.blankAware(
                ResultType.BOOLEAN,
                Kernel.of(Texts.class, "begins", Boolean.class, String.class, String.class),
                Parameter.text("text"),
                Parameter.text("prefix"))),
        List.of(
            new Example("BEGINS(\"ST-0001\", \"ST-\")", "true"),
            new Example("BEGINS(\"abc\", \"b\")", "false"),
            new Example("BEGINS(\"abc\", \"\")", "true")));
  }
}
