package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// CONTAINS: whether a text contains another; case counts.
final class Contains extends StandardFunction {
  Contains() {
    super(
        "CONTAINS",
        List.of("包含"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of("文本是否包含另一段文本；区分大小写。", "Whether a text contains another; case counts."),
        List.of(
            Signature.blankAware(
                ResultType.BOOLEAN,
                Kernel.of(
                    Texts.class,
                    "contains",
                    Boolean.class,
                    EvaluationContext.class,
                    String.class,
                    String.class),
                Parameter.text("text"),
                Parameter.text("part"))),
        List.of(
            new Example("CONTAINS(\"清禾泉饮品\", \"禾泉\")", "true"),
            new Example("CONTAINS(\"abc\", \"B\")", "false"),
            new Example("CONTAINS(\"abc\", \"\")", "true")));
  }
}
