package dev.huozi.formula.function;

import dev.huozi.formula.text.Codes;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// USCC: whether a text is a valid unified social credit code of China, with its check character.
final class CreditCode extends StandardFunction {
  CreditCode() {
    super(
        "USCC",
        List.of("信用代码校验"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "是否为有效的 18 位统一社会信用代码（含校验码）。",
            "Whether a text is a valid unified social credit code of China, with its check character."),
        List.of(
            Signature.neverBlank(
                ResultType.BOOLEAN,
                Kernel.of(Codes.class, "isCreditCode", boolean.class, String.class),
                Parameter.text("text"))),
        List.of(
            new Example("USCC(\"91350100M000100Y43\")", "true"),
            new Example("USCC(\"91350100M000100Y44\")", "false"),
            new Example("USCC(\"\")", "false")));
  }
}
