package dev.huozi.formula.function;

import dev.huozi.formula.time.Dates;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/// TODAY: the day of today.
final class Today extends StandardFunction {
  Today() {
    super(
        "TODAY",
        List.of("今天"),
        FunctionGroup.DATE,
        Volatility.CLOCK,
        LocalizedText.of("今天的日期。", "The day of today."),
        List.of(
            Signature.neverBlank(
                ResultType.DATE,
                Kernel.of(Dates.class, "today", LocalDate.class, EvaluationContext.class))),
        List.of(
            new Example("TODAY()", "2024-05-15"),
            new Example("TODAY() - 15", "2024-04-30"),
            new Example("MONTH(TODAY())", "5")));
  }
}
