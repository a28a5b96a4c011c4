package dev.huozi.formula.function;

import dev.huozi.formula.text.Codes;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// CNID: whether a text is a valid 18-character Chinese identity number, with its date of birth and
/// check character.
final class IdentityNumber extends StandardFunction {
  IdentityNumber() {
    super(
        "CNID",
        List.of("身份证校验"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "是否为有效的 18 位居民身份证号（含出生日期和校验码）。",
            "Whether a text is a valid 18-character Chinese identity number, with its date of birth and check character."),
        List.of(
            Signature.neverBlank(
                ResultType.BOOLEAN,
                Kernel.of(Codes.class, "isIdNumber", boolean.class, String.class),
                Parameter.text("text"))),
        List.of(
            new Example("CNID(\"11010519491231002X\")", "true"),
            new Example("CNID(\"110105194912310021\")", "false"),
            new Example("CNID(\"123\")", "false")));
  }
}
