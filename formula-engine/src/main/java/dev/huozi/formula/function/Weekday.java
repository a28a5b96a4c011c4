package dev.huozi.formula.function;

import dev.huozi.formula.time.Dates;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/// WEEKDAY: the day of the week: 1 is Sunday, 7 Saturday.
final class Weekday extends StandardFunction {
  Weekday() {
    super(
        "WEEKDAY",
        List.of("星期"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of("星期几，1 是星期日，7 是星期六。", "The day of the week: 1 is Sunday, 7 Saturday."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Dates.class, "weekday", int.class, LocalDate.class),
                Parameter.date("date"))),
        List.of(
            new Example("WEEKDAY(DATE(2024, 5, 15))", "4"),
            new Example("WEEKDAY(DATE(2024, 5, 19))", "1"),
            new Example("WEEKDAY(NULL)", "")));
  }
}
