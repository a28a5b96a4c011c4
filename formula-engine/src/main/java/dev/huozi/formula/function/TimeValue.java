package dev.huozi.formula.function;

import dev.huozi.formula.time.DateTexts;
import dev.huozi.formula.time.Times;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/// TIMEVALUE: the time of day of a datetime in the zone, or the time that a text such as
/// 10:00:00.000 spells.
final class TimeValue extends StandardFunction {
  TimeValue() {
    super(
        "TIMEVALUE",
        List.of("时间值"),
        FunctionGroup.DATE,
        Volatility.ZONE,
        LocalizedText.of(
            "日期时间在用户时区的时间，或文本 10:00:00.000 表示的时间。",
            "The time of day of a datetime in the zone, or the time that a text such as"
                + " 10:00:00.000 spells."),
        List.of(
            Signature.propagating(
                ResultType.TIME,
                Kernel.of(
                    Times.class,
                    "timeValue",
                    LocalTime.class,
                    EvaluationContext.class,
                    Instant.class),
                Parameter.datetime("datetime")),
            Signature.propagating(
                ResultType.TIME,
                Kernel.of(DateTexts.class, "time", LocalTime.class, String.class),
                Parameter.text("text")),
            Signature.propagating(
                ResultType.TIME,
                Kernel.of(Times.class, "same", LocalTime.class, LocalTime.class),
                Parameter.time("time"))),
        List.of(
            new Example("TIMEVALUE(\"10:34:55.666\")", "10:34:55.666"),
            new Example("TIMEVALUE(DATETIMEVALUE(\"2024-01-31 10:00:05\"))", "10:00:05.000"),
            new Example("TIMEVALUE(\"10:34\")", "#ERROR NOT_A_DATE")));
  }
}
