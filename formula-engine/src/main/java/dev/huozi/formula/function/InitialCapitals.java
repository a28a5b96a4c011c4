package dev.huozi.formula.function;

import dev.huozi.formula.text.Cases;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// INITCAP: the first letter of each word in upper case, the others in lower case.
final class InitialCapitals extends StandardFunction {
  InitialCapitals() {
    super(
        "INITCAP",
        List.of("首字母大写"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "每个单词首字母大写，其余小写。",
            "The first letter of each word in upper case, the others in lower case."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Cases.class, "initcap", String.class, String.class),
                Parameter.text("text"))),
        List.of(
            new Example("INITCAP(\"hello WORLD\")", "Hello World"),
            new Example("INITCAP(\"o'neill\")", "O'Neill"),
            new Example("INITCAP(\"a1b c\")", "A1b C")));
  }
}
