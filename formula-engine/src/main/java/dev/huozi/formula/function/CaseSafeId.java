package dev.huozi.formula.function;

import dev.huozi.formula.text.Codes;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// CASESAFEID: an id that does not depend on case.
final class CaseSafeId extends StandardFunction {
  CaseSafeId() {
    super(
        "CASESAFEID",
        List.of("通用编号"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "把区分大小写的 15 位编号变成不区分大小写的 18 位编号；其他文本不变。",
            "A case-sensitive id of 15 characters as one of 18 that does not depend on case; other"
                + " texts stay."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Codes.class, "caseSafeId", String.class, String.class),
                Parameter.text("id"))),
        List.of(
            new Example("CASESAFEID(\"a0D30000001n7Pi\")", "a0D30000001n7PiEAI"),
            new Example("CASESAFEID(\"x\")", "x"),
            new Example("CASESAFEID(\"0019000000B98de\")", "0019000000B98deAAB")));
  }
}
