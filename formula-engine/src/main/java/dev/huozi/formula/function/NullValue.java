package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// NULLVALUE: like BLANKVALUE, but never replaces a text.
final class NullValue extends StandardFunction {
  NullValue() {
    super(
        "NULLVALUE",
        List.of("空值替换"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "第一个参数没有值时取第二个，但从不替换文本。替换文本请用 BLANKVALUE。",
            "The first argument, or the second one where the first has no value; a text is never"
                + " replaced. Use BLANKVALUE for texts."),
        List.of(
            Signature.form(
                ResultType.likeFirst(),
                Signature.Repeat.ONCE,
                Parameter.any("expression"),
                Parameter.any("substitute"))),
        List.of(
            new Example("NULLVALUE(NULL, 6)", "6"),
            new Example("NULLVALUE(37, 6)", "37"),
            new Example("NULLVALUE(\"\", \"none\")", "")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.NULLVALUE;
  }
}
