package dev.huozi.formula.function;

import dev.huozi.formula.time.Dates;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/// YEAR: the year of a date.
final class Year extends StandardFunction {
  Year() {
    super(
        "YEAR",
        List.of("年份"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of("日期的年。", "The year of a date."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Dates.class, "year", int.class, LocalDate.class),
                Parameter.date("date"))),
        List.of(
            new Example("YEAR(DATE(2024, 5, 15))", "2024"),
            new Example("YEAR(TODAY()) + 1", "2025"),
            new Example("YEAR(NULL)", "")));
  }
}
