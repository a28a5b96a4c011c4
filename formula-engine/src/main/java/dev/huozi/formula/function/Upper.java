package dev.huozi.formula.function;

import dev.huozi.formula.text.Cases;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// UPPER: in upper case; a second argument names a language such as tr.
final class Upper extends StandardFunction {
  Upper() {
    super(
        "UPPER",
        List.of("大写"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "转为大写；可用第二个参数指定语言，如 tr。",
            "In upper case; a second argument names a language such as tr."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Cases.class, "upper", String.class, String.class),
                Parameter.text("text")),
            Signature.blankAware(
                ResultType.TEXT,
                Kernel.of(Cases.class, "upper", String.class, String.class, String.class),
                Parameter.text("text"),
                Parameter.text("locale"))),
        List.of(
            new Example("UPPER(\"abc\")", "ABC"),
            new Example("UPPER(\"straße\")", "STRASSE"),
            new Example("UPPER(\"i\", \"tr\")", "İ")));
  }
}
