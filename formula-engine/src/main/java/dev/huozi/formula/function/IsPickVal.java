package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// ISPICKVAL: whether a picklist has a code.
final class IsPickVal extends StandardFunction {
  IsPickVal() {
    super(
        "ISPICKVAL",
        List.of("选项等于"),
        FunctionGroup.PICKLIST,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "选项字段的值等于给定的编码（不是显示名称）时为真；编码须直接写出，\"\" 表示没有选择。",
            "True when the picklist has that code (not its label). The code is written as it"
                + " stands; \"\" asks for no choice."),
        List.of(
            Signature.form(
                ResultType.BOOLEAN,
                Signature.Repeat.ONCE,
                Parameter.of("picklist", ParameterType.PICKLIST),
                Parameter.text("code"))),
        List.of(
            new Example("ISPICKVAL(status, \"open\")", "true"),
            new Example("ISPICKVAL(status, \"won\")", "false"),
            new Example("ISPICKVAL(status, \"\")", "false")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.ISPICKVAL;
  }
}
