package dev.huozi.formula.function;

import dev.huozi.formula.time.DateTimes;
import dev.huozi.platform.value.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// UNIXTIMESTAMP: seconds since 1970-01-01 00:00:00 UTC; for a time, seconds since midnight.
final class UnixTimestamp extends StandardFunction {
  UnixTimestamp() {
    super(
        "UNIXTIMESTAMP",
        List.of("时间戳"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "自 1970-01-01 00:00:00 UTC 起的秒数；时间则为自午夜起的秒数。",
            "Seconds since 1970-01-01 00:00:00 UTC; for a time, seconds since midnight."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(DateTimes.class, "unixTimestamp", long.class, LocalDate.class),
                Parameter.date("date")),
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(DateTimes.class, "unixTimestamp", long.class, Instant.class),
                Parameter.datetime("datetime")),
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(DateTimes.class, "unixTimestamp", long.class, LocalTime.class),
                Parameter.time("time"))),
        List.of(
            new Example("UNIXTIMESTAMP(DATE(1970, 1, 2))", "86400"),
            new Example("UNIXTIMESTAMP(DATETIMEVALUE(\"2024-01-31 10:00:00\"))", "1706695200"),
            new Example("UNIXTIMESTAMP(TIMEVALUE(\"00:01:00.500\"))", "60")));
  }
}
