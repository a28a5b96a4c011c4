package dev.huozi.formula.function;

import dev.huozi.formula.time.Dates;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/// DATE: A date from year, month and day; a day that does not exist is an error.
final class DateOf extends StandardFunction {
  DateOf() {
    super(
        "DATE",
        List.of("日期"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "由年、月、日得到日期；不存在的日期是错误。",
            "A date from year, month and day; a day that does not exist is an error."),
        List.of(
            Signature.propagating(
                ResultType.DATE,
                Kernel.of(Dates.class, "date", LocalDate.class, int.class, int.class, int.class),
                Parameter.number("year"),
                Parameter.number("month"),
                Parameter.number("day"))),
        List.of(
            new Example("DATE(2024, 2, 29)", "2024-02-29"),
            new Example("DATE(2024, 2, 30)", "#ERROR NOT_A_DATE"),
            new Example("DATE(2024, 12, 31) + 1", "2025-01-01")));
  }
}
