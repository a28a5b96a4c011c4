package dev.huozi.formula.function;

import dev.huozi.formula.time.Times;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalTime;
import java.util.List;

/// HOUR: the hour of a time.
final class Hour extends StandardFunction {
  Hour() {
    super(
        "HOUR",
        List.of("小时"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of("时间的小时。", "The hour of a time."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Times.class, "hour", int.class, LocalTime.class),
                Parameter.time("time"))),
        List.of(
            new Example("HOUR(TIMEVALUE(\"10:34:55.666\"))", "10"),
            new Example("HOUR(TIMEVALUE(\"00:00:00.000\"))", "0"),
            new Example("HOUR(NULL)", "")));
  }
}
