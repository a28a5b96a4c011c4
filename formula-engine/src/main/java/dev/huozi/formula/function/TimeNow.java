package dev.huozi.formula.function;

import dev.huozi.formula.time.Times;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalTime;
import java.util.List;

/// TIMENOW: the present time of day.
final class TimeNow extends StandardFunction {
  TimeNow() {
    super(
        "TIMENOW",
        List.of("现在时间"),
        FunctionGroup.DATE,
        Volatility.CLOCK,
        LocalizedText.of("现在的时间。", "The present time of day."),
        List.of(
            Signature.neverBlank(
                ResultType.TIME,
                Kernel.of(Times.class, "timeNow", LocalTime.class, EvaluationContext.class))),
        List.of(
            new Example("TIMENOW()", "08:30:00.000"),
            new Example("HOUR(TIMENOW())", "8"),
            new Example("MINUTE(TIMENOW())", "30")));
  }
}
