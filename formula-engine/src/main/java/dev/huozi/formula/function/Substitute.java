package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// SUBSTITUTE: replaces every occurrence of a text; a blank replacement removes it.
final class Substitute extends StandardFunction {
  Substitute() {
    super(
        "SUBSTITUTE",
        List.of("替换"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "把一段文本的每次出现换成另一段；换成空值即删除。",
            "Replaces every occurrence of a text; a blank replacement removes it."),
        List.of(
            Signature.blankAware(
                ResultType.TEXT,
                Kernel.of(
                    Texts.class,
                    "substitute",
                    String.class,
                    EvaluationContext.class,
                    String.class,
                    String.class,
                    String.class),
                Parameter.text("text"),
                Parameter.text("old"),
                Parameter.text("new"))),
        List.of(
            new Example("SUBSTITUTE(\"a-b-c\", \"-\", \"/\")", "a/b/c"),
            new Example("SUBSTITUTE(\"a-b-c\", \"-\", \"\")", "abc"),
            new Example("SUBSTITUTE(\"abc\", \"x\", \"y\")", "abc")));
  }
}
