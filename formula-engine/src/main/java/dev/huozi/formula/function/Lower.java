package dev.huozi.formula.function;

import dev.huozi.formula.text.Cases;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// LOWER: in lower case; a second argument names a language such as tr.
final class Lower extends StandardFunction {
  Lower() {
    super(
        "LOWER",
        List.of("小写"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "转为小写；可用第二个参数指定语言，如 tr。",
            "In lower case; a second argument names a language such as tr."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Cases.class, "lower", String.class, String.class),
                Parameter.text("text")),
            Signature.blankAware(
                ResultType.TEXT,
                Kernel.of(Cases.class, "lower", String.class, String.class, String.class),
                Parameter.text("text"),
                Parameter.text("locale"))),
        List.of(
            new Example("LOWER(\"ABC\")", "abc"),
            new Example("LOWER(\"ÅNG\")", "ång"),
            new Example("LOWER(\"I\", \"tr\")", "ı")));
  }
}
