package dev.huozi.formula.function;

import dev.huozi.formula.time.Durations;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/// FORMATDURATION: seconds as HH:MM:SS, with days before it when the second argument is true; also
/// between two datetimes or two times.
final class FormatDuration extends StandardFunction {
  FormatDuration() {
    super(
        "FORMATDURATION",
        List.of("时长文本"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "把秒数写成 时:分:秒，第二个参数为真时带天数；也可给出两个日期时间或两个时间。",
            "Seconds as HH:MM:SS, with days before it when the second argument is true; also between two datetimes or two times."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Durations.class, "format", String.class, BigDecimal.class),
                Parameter.number("seconds")),
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Durations.class, "format", String.class, BigDecimal.class, boolean.class),
                Parameter.number("seconds"),
                Parameter.bool("days")),
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Durations.class, "format", String.class, Instant.class, Instant.class),
                Parameter.datetime("start"),
                Parameter.datetime("end")),
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(
                    Durations.class, "format", String.class, LocalTime.class, LocalTime.class),
                Parameter.time("start"),
                Parameter.time("end"))),
        List.of(
            new Example("FORMATDURATION(1000000)", "277:46:40"),
            new Example("FORMATDURATION(100000, TRUE)", "1:03:46:40"),
            new Example(
                "FORMATDURATION(TIMEVALUE(\"08:00:00.000\"), TIMEVALUE(\"09:30:00.000\"))",
                "01:30:00")));
  }
}
