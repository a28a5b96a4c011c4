package dev.huozi.formula.function;

import dev.huozi.formula.time.Dates;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/// DATEDIF: whole years Y, months M or days D between two dates, also MD, YM, YD; a start after the
/// end is an error.
final class DateDifference extends StandardFunction {
  DateDifference() {
    super(
        "DATEDIF",
        List.of("日期差"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "两个日期之间的整年 Y、整月 M、天数 D，以及 MD、YM、YD；开始晚于结束是错误。",
            "Whole years Y, months M or days D between two dates, also MD, YM, YD; a start after the end is an error."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(
                    Dates.class,
                    "dateDif",
                    long.class,
                    LocalDate.class,
                    LocalDate.class,
                    String.class),
                Parameter.date("start"),
                Parameter.date("end"),
                Parameter.literal("unit", "Y", "M", "D", "MD", "YM", "YD"))),
        List.of(
            new Example("DATEDIF(DATE(2000, 2, 29), DATE(2024, 2, 28), \"Y\")", "23"),
            new Example("DATEDIF(DATE(2024, 1, 31), DATE(2024, 3, 1), \"M\")", "1"),
            new Example("DATEDIF(DATE(2024, 1, 31), DATE(2024, 3, 1), \"D\")", "30")));
  }
}
