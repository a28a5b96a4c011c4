package dev.huozi.formula.function;

import dev.huozi.formula.time.Workdays;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// WORKDAYS: the sum of the working days between two dates, both counted, half days as halves.
final class WorkdaysIn extends StandardFunction {
  WorkdaysIn() {
    super(
        "WORKDAYS",
        List.of("日历工作日数"),
        FunctionGroup.CALENDAR,
        Volatility.STABLE,
        LocalizedText.of(
            "两个日期之间的工作日合计，含首尾两日，日历中的半天按半天计。第一个参数可指定日历。",
            "The sum of the working days between two dates, both counted; half days of the calendar"
                + " count as halves. A first argument names a calendar."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(
                    Workdays.class,
                    "total",
                    BigDecimal.class,
                    EvaluationContext.class,
                    LocalDate.class,
                    LocalDate.class),
                Parameter.date("start"),
                Parameter.date("end")),
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(
                    Workdays.class,
                    "total",
                    BigDecimal.class,
                    EvaluationContext.class,
                    String.class,
                    LocalDate.class,
                    LocalDate.class),
                Parameter.literal("calendar"),
                Parameter.date("start"),
                Parameter.date("end"))),
        List.of(
            new Example("WORKDAYS(\"cn\", DATE(2026, 10, 1), DATE(2026, 10, 31))", "18"),
            new Example("WORKDAYS(DATE(2026, 2, 1), DATE(2026, 2, 28))", "16"),
            new Example("WORKDAYS(\"cn\", DATE(2026, 10, 1), DATE(2026, 10, 7))", "0"),
            new Example(
                "WORKDAYS(\"nowhere\", DATE(2026, 10, 1), DATE(2026, 10, 7))", "#ERROR MISSING")));
  }
}
