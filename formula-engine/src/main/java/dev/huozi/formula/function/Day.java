package dev.huozi.formula.function;

import dev.huozi.formula.time.Dates;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/// DAY: the day of the month, 1 to 31.
final class Day extends StandardFunction {
  Day() {
    super(
        "DAY",
        List.of("日"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of("日期的日，1 到 31。", "The day of the month, 1 to 31."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Dates.class, "day", int.class, LocalDate.class),
                Parameter.date("date"))),
        List.of(
            new Example("DAY(DATE(2024, 5, 15))", "15"),
            new Example("DAY(DATE(2024, 2, 29))", "29"),
            new Example("DAY(NULL)", "")));
  }
}
