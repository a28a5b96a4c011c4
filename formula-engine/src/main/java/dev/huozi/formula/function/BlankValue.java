package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// BLANKVALUE: a value, or another one where it is blank.
final class BlankValue extends StandardFunction {
  BlankValue() {
    super(
        "BLANKVALUE",
        List.of("空白替换"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "第一个参数没有值时取第二个。两者须为同一类型。",
            "The first argument, or the second one where the first has no value. Both must be of"
                + " one type."),
        List.of(
            Signature.form(
                ResultType.likeFirst(),
                Signature.Repeat.ONCE,
                Parameter.any("expression"),
                Parameter.any("substitute"))),
        List.of(
            new Example("BLANKVALUE(NULL, 5)", "5"),
            new Example("BLANKVALUE(\"\", \"none\")", "none"),
            new Example("BLANKVALUE(3, 5)", "3")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.BLANKVALUE;
  }
}
