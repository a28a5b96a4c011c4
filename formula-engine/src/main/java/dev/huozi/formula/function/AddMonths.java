package dev.huozi.formula.function;

import dev.huozi.formula.time.DateTimes;
import dev.huozi.formula.time.Dates;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// ADDMONTHS: adds months; the last day of a month stays the last day, and a day that the month
/// lacks becomes its last one. A fraction is cut.
final class AddMonths extends StandardFunction {
  AddMonths() {
    super(
        "ADDMONTHS",
        List.of("加月"),
        FunctionGroup.DATE,
        Volatility.ZONE,
        LocalizedText.of(
            "加若干个月；月末仍为月末，没有的日子取月末。小数部分舍去。",
            "Adds months; the last day of a month stays the last day, and a day that the month lacks becomes its last one. A fraction is cut."),
        List.of(
            Signature.propagating(
                ResultType.DATE,
                Kernel.of(Dates.class, "addMonths", LocalDate.class, LocalDate.class, int.class),
                Parameter.date("date"),
                Parameter.number("months")),
            Signature.propagating(
                ResultType.DATETIME,
                Kernel.of(
                    DateTimes.class,
                    "addMonths",
                    Instant.class,
                    EvaluationContext.class,
                    Instant.class,
                    int.class),
                Parameter.datetime("datetime"),
                Parameter.number("months"))),
        List.of(
            new Example("ADDMONTHS(DATE(2024, 1, 31), 1)", "2024-02-29"),
            new Example("ADDMONTHS(DATE(2024, 4, 30), 1)", "2024-05-31"),
            new Example("ADDMONTHS(DATE(2024, 3, 15), -3)", "2023-12-15")));
  }
}
