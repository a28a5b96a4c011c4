package dev.huozi.formula.function;

import dev.huozi.formula.time.DateTimes;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.time.Instant;
import java.util.List;

/// NOW: the present moment.
final class Now extends StandardFunction {
  Now() {
    super(
        "NOW",
        List.of("此刻"),
        FunctionGroup.DATE,
        Volatility.CLOCK,
        LocalizedText.of("现在的日期时间。", "The present moment."),
        List.of(
            Signature.neverBlank(
                ResultType.DATETIME,
                Kernel.of(DateTimes.class, "now", Instant.class, EvaluationContext.class))),
        List.of(
            new Example("NOW()", "2024-05-15 08:30:00Z"),
            new Example("NOW() - 0.5", "2024-05-14 20:30:00Z"),
            new Example("DATEVALUE(NOW())", "2024-05-15")));
  }
}
