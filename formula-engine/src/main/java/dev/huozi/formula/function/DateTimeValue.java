package dev.huozi.formula.function;

import dev.huozi.formula.time.DateTexts;
import dev.huozi.platform.value.LocalizedText;
import java.time.Instant;
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
            "文本 2024-01-31 10:00:00（UTC）表示的日期时间。",
            "The datetime that a text such as 2024-01-31 10:00:00 spells, in UTC."),
        List.of(
            Signature.propagating(
                ResultType.DATETIME,
                Kernel.of(DateTexts.class, "dateTime", Instant.class, String.class),
                Parameter.text("text"))),
        List.of(
            new Example("DATETIMEVALUE(\"2024-01-31 10:00:00\")", "2024-01-31 10:00:00Z"),
            new Example("DATETIMEVALUE(\"2024-1-9 1:02:03\")", "2024-01-09 01:02:03Z"),
            new Example("DATETIMEVALUE(\"2024-01-31\")", "#ERROR NOT_A_DATE")));
  }
}
