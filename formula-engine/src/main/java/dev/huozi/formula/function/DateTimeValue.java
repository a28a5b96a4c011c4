package dev.huozi.formula.function;

import dev.huozi.formula.time.DateTexts;
import dev.huozi.formula.time.DateTimes;
import dev.huozi.platform.value.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// DATETIMEVALUE: the datetime that a text such as 2024-01-31 10:00:00 spells, in UTC.
final class DateTimeValue extends StandardFunction {
  DateTimeValue() {
    super(
        "DATETIMEVALUE",
        List.of("日期时间值"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "文本 2024-01-31 10:00:00（UTC）表示的日期时间，或某日在 UTC 的零点。",
            "The datetime that a text such as 2024-01-31 10:00:00 spells, in UTC, or midnight of a"
                + " date in UTC."),
        List.of(
            Signature.propagating(
                ResultType.DATETIME,
                Kernel.of(DateTexts.class, "dateTime", Instant.class, String.class),
                Parameter.text("text")),
            Signature.propagating(
                ResultType.DATETIME,
                Kernel.of(DateTimes.class, "ofDate", Instant.class, LocalDate.class),
                Parameter.date("date")),
            Signature.propagating(
                ResultType.DATETIME,
                Kernel.of(DateTimes.class, "same", Instant.class, Instant.class),
                Parameter.datetime("datetime"))),
        List.of(
            new Example("DATETIMEVALUE(\"2024-01-31 10:00:00\")", "2024-01-31 10:00:00Z"),
            new Example("DATETIMEVALUE(\"2024-1-9 1:02:03\")", "2024-01-09 01:02:03Z"),
            new Example("DATETIMEVALUE(\"2024-01-31\")", "#ERROR NOT_A_DATE")));
  }
}
