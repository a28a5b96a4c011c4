package dev.huozi.formula.function;

import dev.huozi.formula.time.DateTexts;
import dev.huozi.formula.time.Dates;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// DATEVALUE: the day of a datetime in the zone, or the date that a text such as 2024-1-5 spells.
final class DateValue extends StandardFunction {
  DateValue() {
    super(
        "DATEVALUE",
        List.of("日期值"),
        FunctionGroup.DATE,
        Volatility.ZONE,
        LocalizedText.of(
            "日期时间在用户时区的日期，或文本 2024-1-5 表示的日期。",
            "The day of a datetime in the zone, or the date that a text such as 2024-1-5 spells."),
        List.of(
            Signature.propagating(
                ResultType.DATE,
                Kernel.of(
                    Dates.class,
                    "dateValue",
                    LocalDate.class,
                    EvaluationContext.class,
                    Instant.class),
                Parameter.datetime("datetime")),
            Signature.propagating(
                ResultType.DATE,
                Kernel.of(DateTexts.class, "date", LocalDate.class, String.class),
                Parameter.text("text"))),
        List.of(
            new Example("DATEVALUE(\"2024-1-5\")", "2024-01-05"),
            new Example("DATEVALUE(DATETIMEVALUE(\"2024-01-31 10:00:00\"))", "2024-01-31"),
            new Example("DATEVALUE(\"31.1.2024\")", "#ERROR NOT_A_DATE")));
  }
}
