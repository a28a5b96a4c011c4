package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// IFERROR: a value, or another one where it is an error.
final class IfError extends StandardFunction {
  IfError() {
    super(
        "IFERROR",
        List.of("错误替换"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "第一个参数计算出错（如除以零）时取第二个。空白不是错误。",
            "The first argument, or the second one where the first is an error, such as a division"
                + " by zero. A blank is no error."),
        List.of(
            Signature.form(
                ResultType.likeFirst(),
                Signature.Repeat.ONCE,
                Parameter.any("expression"),
                Parameter.any("substitute"))),
        List.of(
            new Example("IFERROR(1 / 0, 0)", "0"),
            new Example("IFERROR(VALUE(\"x\"), -1)", "-1"),
            new Example("IFERROR(6 / 2, 0)", "3")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.IFERROR;
  }
}
