package dev.huozi.formula.function;

import dev.huozi.formula.time.DateTimes;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// FROMUNIXTIME: the datetime of a number of seconds since 1970-01-01 00:00:00 UTC.
final class FromUnixTime extends StandardFunction {
  FromUnixTime() {
    super(
        "FROMUNIXTIME",
        List.of("由时间戳"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "由自 1970-01-01 00:00:00 UTC 起的秒数得到日期时间。",
            "The datetime of a number of seconds since 1970-01-01 00:00:00 UTC."),
        List.of(
            Signature.propagating(
                ResultType.DATETIME,
                Kernel.of(DateTimes.class, "fromUnixTime", Instant.class, BigDecimal.class),
                Parameter.number("seconds"))),
        List.of(
            new Example("FROMUNIXTIME(86400)", "1970-01-02 00:00:00Z"),
            new Example("FROMUNIXTIME(1706695200)", "2024-01-31 10:00:00Z"),
            new Example("FROMUNIXTIME(-1)", "1969-12-31 23:59:59Z")));
  }
}
