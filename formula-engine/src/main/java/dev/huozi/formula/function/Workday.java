package dev.huozi.formula.function;

import dev.huozi.formula.time.Workdays;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/// WORKDAY: the working day that lies some working days after a date, with make-up days; a third
/// argument names a calendar.
final class Workday extends StandardFunction {
  Workday() {
    super(
        "WORKDAY",
        List.of("工作日"),
        FunctionGroup.CALENDAR,
        Volatility.STABLE,
        LocalizedText.of(
            "从某日起第若干个工作日（含调休）；第三个参数可指定日历。",
            "The working day that lies some working days after a date, with make-up days; a third argument names a calendar."),
        List.of(
            Signature.propagating(
                ResultType.DATE,
                Kernel.of(
                    Workdays.class,
                    "plus",
                    LocalDate.class,
                    EvaluationContext.class,
                    LocalDate.class,
                    int.class),
                Parameter.date("start"),
                Parameter.number("days")),
            Signature.propagating(
                ResultType.DATE,
                Kernel.of(
                    Workdays.class,
                    "plus",
                    LocalDate.class,
                    EvaluationContext.class,
                    LocalDate.class,
                    int.class,
                    String.class),
                Parameter.date("start"),
                Parameter.number("days"),
                Parameter.literal("calendar"))),
        List.of(
            new Example("WORKDAY(DATE(2026, 9, 30), 1)", "2026-10-08"),
            new Example("WORKDAY(DATE(2024, 5, 15), -3)", "2024-05-11"),
            new Example("WORKDAY(DATE(2024, 5, 15), 0)", "2024-05-15")));
  }
}
