package dev.huozi.formula.function;

import dev.huozi.formula.time.Times;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalTime;
import java.util.List;

/// MILLISECOND: the millisecond of a time.
final class Millisecond extends StandardFunction {
  Millisecond() {
    super(
        "MILLISECOND",
        List.of("毫秒"),
        FunctionGroup.DATE,
        Volatility.IMMUTABLE,
        LocalizedText.of("时间的毫秒。", "The millisecond of a time."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(Times.class, "millisecond", int.class, LocalTime.class),
                Parameter.time("time"))),
        List.of(
            new Example("MILLISECOND(TIMEVALUE(\"10:34:55.666\"))", "666"),
            new Example("MILLISECOND(TIMEVALUE(\"10:34:55.000\"))", "0"),
            new Example("MILLISECOND(NULL)", "")));
  }
}
