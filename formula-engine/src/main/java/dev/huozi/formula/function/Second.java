package dev.huozi.formula.function;

import dev.huozi.formula.time.Times;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalTime;
import java.util.List;

/// SECOND: the second of a time.
final class Second extends StandardFunction {
  Second() {
    super(
        "SECOND",
        List.of("秒"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of("时间的秒。", "The second of a time."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Times.class, "second", int.class, LocalTime.class),
                Parameter.time("time"))),
        List.of(
            new Example("SECOND(TIMEVALUE(\"10:34:55.666\"))", "55"),
            new Example("SECOND(TIMEVALUE(\"10:34:00.666\"))", "0"),
            new Example("SECOND(NULL)", "")));
  }
}
