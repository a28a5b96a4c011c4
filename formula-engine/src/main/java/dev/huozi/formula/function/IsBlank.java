package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// ISBLANK: whether there is no value.
final class IsBlank extends StandardFunction {
  IsBlank() {
    super(
        "ISBLANK",
        List.of("为空"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "没有值时为真。空文本等于空白。在“空白按零”的方式下，空白的数字字段已经读成 0，因此为假。",
            "True when there is no value; an empty text is blank. In the mode \"blank = 0\" a blank"
                + " number field has been read as 0, so the answer is false."),
        List.of(
            Signature.form(ResultType.BOOLEAN, Signature.Repeat.ONCE, Parameter.any("expression"))),
        List.of(
            new Example("ISBLANK(NULL)", "true"),
            new Example("ISBLANK(\"\")", "true"),
            new Example("ISBLANK(0)", "false")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.ISBLANK;
  }
}
