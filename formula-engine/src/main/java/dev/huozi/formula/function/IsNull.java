package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// ISNULL: like ISBLANK, but never true for a text.
final class IsNull extends StandardFunction {
  IsNull() {
    super(
        "ISNULL",
        List.of("为空值"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "没有值时为真，但对文本永远为假。判断文本请用 ISBLANK。",
            "True when there is no value, but never for a text. Use ISBLANK for texts."),
        List.of(
            Signature.form(ResultType.BOOLEAN, Signature.Repeat.ONCE, Parameter.any("expression"))),
        List.of(
            new Example("ISNULL(NULL)", "true"),
            new Example("ISNULL(\"\")", "false"),
            new Example("ISNULL(DATE(2024, 1, 1))", "false")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.ISNULL;
  }
}
