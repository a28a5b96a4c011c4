package dev.huozi.formula.function;

import dev.huozi.formula.time.Dates;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/// DAYOFYEAR: the number of the day in its year.
final class DayOfYear extends StandardFunction {
  DayOfYear() {
    super(
        "DAYOFYEAR",
        List.of("年中第几天"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of("一年中的第几天。", "The number of the day in its year."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Dates.class, "dayOfYear", int.class, LocalDate.class),
                Parameter.date("date"))),
        List.of(
            new Example("DAYOFYEAR(DATE(2024, 12, 31))", "366"),
            new Example("DAYOFYEAR(DATE(2023, 12, 31))", "365"),
            new Example("DAYOFYEAR(NULL)", "")));
  }
}
