package dev.huozi.formula.function;

import dev.huozi.formula.time.Times;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalTime;
import java.util.List;

/// MINUTE: the minute of a time.
final class Minute extends StandardFunction {
  Minute() {
    super(
        "MINUTE",
        List.of("分钟"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of("时间的分钟。", "The minute of a time."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Times.class, "minute", int.class, LocalTime.class),
                Parameter.time("time"))),
        List.of(
            new Example("MINUTE(TIMEVALUE(\"10:34:55.666\"))", "34"),
            new Example("MINUTE(TIMEVALUE(\"10:00:55.666\"))", "0"),
            new Example("MINUTE(NULL)", "")));
  }
}
