package dev.huozi.formula.function;

import dev.huozi.formula.time.Workdays;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/// WORKDAYS: the working days of a calendar between two dates, both counted.
final class WorkdaysIn extends StandardFunction {
  WorkdaysIn() {
    super(
        "WORKDAYS",
        List.of("日历工作日数"),
        FunctionGroup.CALENDAR,
        Volatility.STABLE,
        LocalizedText.of(
            "某个日历在两个日期之间的工作日数，含首尾两日。",
            "The working days of a calendar between two dates, both counted."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(
                    Workdays.class,
                    "inCalendar",
                    long.class,
                    EvaluationContext.class,
                    String.class,
                    LocalDate.class,
                    LocalDate.class),
                Parameter.literal("calendar"),
                Parameter.date("start"),
                Parameter.date("end"))),
        List.of(
            new Example("WORKDAYS(\"cn\", DATE(2026, 10, 1), DATE(2026, 10, 31))", "18"),
            new Example("WORKDAYS(\"cn\", DATE(2026, 10, 1), DATE(2026, 10, 7))", "0"),
            new Example(
                "WORKDAYS(\"nowhere\", DATE(2026, 10, 1), DATE(2026, 10, 7))", "#ERROR MISSING")));
  }
}
