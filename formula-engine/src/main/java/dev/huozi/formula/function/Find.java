package dev.huozi.formula.function;

import dev.huozi.formula.text.Texts;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// FIND: where a text first stands in another, counted from 1; 0 when it does not. A third argument
/// says where to begin. Case counts.
final class Find extends StandardFunction {
  Find() {
    super(
        "FIND",
        List.of("查找"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "一段文本在另一段中首次出现的位置，从 1 数起；没有则为 0。可指定起始位置。区分大小写。",
            "Where a text first stands in another, counted from 1; 0 when it does not. A third argument says where to begin. Case counts."),
        List.of(
            Signature.neverBlank(
                ResultType.NUMBER,
                Kernel.of(
                    Texts.class,
                    "find",
                    int.class,
                    EvaluationContext.class,
                    String.class,
                    String.class),
                Parameter.text("search"),
                Parameter.text("text")),
            Signature.neverBlank(
                ResultType.NUMBER,
                Kernel.of(
                    Texts.class,
                    "find",
                    int.class,
                    EvaluationContext.class,
                    String.class,
                    String.class,
                    BigDecimal.class),
                Parameter.text("search"),
                Parameter.text("text"),
                Parameter.number("start"))),
        List.of(
            new Example("FIND(\"b\", \"abcb\")", "2"),
            new Example("FIND(\"b\", \"abcb\", 3)", "4"),
            new Example("FIND(\"B\", \"abcb\")", "0")));
  }
}
