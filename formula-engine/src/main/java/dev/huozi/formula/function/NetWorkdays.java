package dev.huozi.formula.function;

import dev.huozi.formula.time.Workdays;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/// NETWORKDAYS: the working days between two dates, both counted, with make-up days.
final class NetWorkdays extends StandardFunction {
  NetWorkdays() {
    super(
        "NETWORKDAYS",
        List.of("工作日数"),
        FunctionGroup.CALENDAR,
        Volatility.STABLE,
        LocalizedText.of(
            "两个日期之间的工作日数，含首尾两日，计入调休。",
            "The working days between two dates, both counted, with make-up days."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(
                    Workdays.class,
                    "between",
                    long.class,
                    EvaluationContext.class,
                    LocalDate.class,
                    LocalDate.class),
                Parameter.date("start"),
                Parameter.date("end")),
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(
                    Workdays.class,
                    "between",
                    long.class,
                    EvaluationContext.class,
                    LocalDate.class,
                    LocalDate.class,
                    String.class),
                Parameter.date("start"),
                Parameter.date("end"),
                Parameter.literal("calendar"))),
        List.of(
            new Example("NETWORKDAYS(DATE(2026, 1, 1), DATE(2026, 12, 31))", "248"),
            new Example("NETWORKDAYS(DATE(2026, 2, 1), DATE(2026, 2, 28))", "16"),
            new Example("NETWORKDAYS(DATE(2024, 5, 15), DATE(2024, 5, 14))", "-2")));
  }
}
