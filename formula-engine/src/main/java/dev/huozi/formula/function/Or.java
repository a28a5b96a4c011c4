package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// OR: true when a condition is.
final class Or extends StandardFunction {
  Or() {
    super(
        "OR",
        List.of("或"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "任何一个条件为真时为真。空白的条件按假处理；遇到第一个真就停止。",
            "True when at least one condition is true. A blank condition counts as false;"
                + " evaluation stops at the first true one."),
        List.of(
            Signature.form(
                ResultType.BOOLEAN, Signature.Repeat.ARRAY, Parameter.bool("condition"))),
        List.of(
            new Example("OR(FALSE, 1 < 2)", "true"),
            new Example("OR(FALSE, NULL)", "false"),
            new Example("OR(TRUE, 1 / 0 > 1)", "true")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.OR;
  }
}
