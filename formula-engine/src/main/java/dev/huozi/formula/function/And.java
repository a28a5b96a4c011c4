package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// AND: true when all conditions are.
final class And extends StandardFunction {
  And() {
    super(
        "AND",
        List.of("且"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "所有条件都为真时为真。空白的条件按假处理；遇到第一个假就停止。",
            "True when all conditions are true. A blank condition counts as false; evaluation stops"
                + " at the first false one."),
        List.of(
            Signature.form(
                ResultType.BOOLEAN, Signature.Repeat.ARRAY, Parameter.bool("condition"))),
        List.of(
            new Example("AND(TRUE, 1 < 2)", "true"),
            new Example("AND(TRUE, NULL)", "false"),
            new Example("AND(FALSE, 1 / 0 > 1)", "false")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.AND;
  }
}
