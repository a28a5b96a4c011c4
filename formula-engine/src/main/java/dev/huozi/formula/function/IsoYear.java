package dev.huozi.formula.function;

import dev.huozi.formula.time.Dates;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// ISOYEAR: the year to which ISO 8601 counts the week of the date.
final class IsoYear extends StandardFunction {
  IsoYear() {
    super(
        "ISOYEAR",
        List.of("周所属年"),
        FunctionGroup.DATE,
        Volatility.ZONE,
        LocalizedText.of(
            "ISO 8601 周所属的年。", "The year to which ISO 8601 counts the week of the date."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Dates.class, "isoYear", int.class, LocalDate.class),
                Parameter.date("date")),
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(
                    Dates.class, "isoYear", int.class, EvaluationContext.class, Instant.class),
                Parameter.datetime("datetime"))),
        List.of(
            new Example("ISOYEAR(DATE(2024, 5, 15))", "2024"),
            new Example("ISOYEAR(DATE(2021, 1, 3))", "2020"),
            new Example("ISOYEAR(DATE(2018, 12, 31))", "2019")));
  }
}
