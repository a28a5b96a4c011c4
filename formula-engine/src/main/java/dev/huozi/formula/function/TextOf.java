package dev.huozi.formula.function;

import dev.huozi.formula.number.NumberTexts;
import dev.huozi.formula.text.Texts;
import dev.huozi.formula.time.DateTexts;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// TEXT: a number, date or code as text.
final class TextOf extends StandardFunction {
  TextOf() {
    super(
        "TEXT",
        List.of("文本"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "把数字、日期、日期时间、时间或选项变成文本。数字不带千分位和多余的零；日期时间用 UTC；选项取其编码。",
            "A number, date, datetime, time or picklist as text. Numbers without separators and"
                + " trailing zeros, datetimes in UTC, picklists as their code."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(NumberTexts.class, "text", String.class, BigDecimal.class),
                Parameter.number("number")),
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(DateTexts.class, "text", String.class, LocalDate.class),
                Parameter.date("date")),
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(DateTexts.class, "text", String.class, Instant.class),
                Parameter.datetime("datetime")),
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(DateTexts.class, "text", String.class, LocalTime.class),
                Parameter.time("time")),
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Texts.class, "same", String.class, String.class),
                Parameter.of("picklist", ParameterType.PICKLIST))),
        List.of(
            new Example("TEXT(1200.50)", "1200.5"),
            new Example("TEXT(DATE(2024, 1, 31))", "2024-01-31"),
            new Example("TEXT(DATETIMEVALUE(\"2024-1-31 10:00:00\"))", "2024-01-31 10:00:00Z"),
            new Example("TEXT(1 / 3)", "0.333333333333333333333333333333333333333"),
            new Example("\"No. \" & TEXT(7)", "No. 7")));
  }
}
