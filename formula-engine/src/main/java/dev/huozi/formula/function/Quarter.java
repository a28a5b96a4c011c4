package dev.huozi.formula.function;

import dev.huozi.formula.time.Dates;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/// QUARTER: the quarter of a date, 1 to 4.
final class Quarter extends StandardFunction {
  Quarter() {
    super(
        "QUARTER",
        List.of("季度"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of("日期所在的季度，1 到 4。", "The quarter of a date, 1 to 4."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Dates.class, "quarter", int.class, LocalDate.class),
                Parameter.date("date"))),
        List.of(
            new Example("QUARTER(DATE(2024, 5, 15))", "2"),
            new Example("QUARTER(DATE(2024, 12, 1))", "4"),
            new Example("QUARTER(NULL)", "")));
  }
}
