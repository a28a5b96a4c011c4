package dev.huozi.formula.function;

import dev.huozi.formula.time.Dates;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// ISOWEEK: the week of ISO 8601; weeks begin on Monday.
final class IsoWeek extends StandardFunction {
  IsoWeek() {
    super(
        "ISOWEEK",
        List.of("周数"),
        FunctionGroup.DATE,
        Volatility.ZONE,
        LocalizedText.of("ISO 8601 的周数，周一为一周的开始。", "The week of ISO 8601; weeks begin on Monday."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Dates.class, "isoWeek", int.class, LocalDate.class),
                Parameter.date("date")),
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(
                    Dates.class, "isoWeek", int.class, EvaluationContext.class, Instant.class),
                Parameter.datetime("datetime"))),
        List.of(
            new Example("ISOWEEK(DATE(2024, 5, 15))", "20"),
            new Example("ISOWEEK(DATE(2021, 1, 3))", "53"),
            new Example("ISOWEEK(DATE(2018, 12, 31))", "1")));
  }
}
