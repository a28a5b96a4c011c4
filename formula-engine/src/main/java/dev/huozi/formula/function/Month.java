package dev.huozi.formula.function;

import dev.huozi.formula.time.Dates;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/// MONTH: the month of a date, 1 to 12.
final class Month extends StandardFunction {
  Month() {
    super(
        "MONTH",
        List.of("月份"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of("日期的月，1 到 12。", "The month of a date, 1 to 12."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Dates.class, "month", int.class, LocalDate.class),
                Parameter.date("date"))),
        List.of(
            new Example("MONTH(DATE(2024, 5, 15))", "5"),
            new Example("MONTH(DATE(2024, 12, 1))", "12"),
            new Example("MONTH(NULL)", "")));
  }
}
