package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// NOT: the opposite of a condition.
final class Not extends StandardFunction {
  Not() {
    super(
        "NOT",
        List.of("非"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "条件为假时为真，为真时为假；空白的条件结果也是空白，显示为假。",
            "True for false and false for true; blank for a blank condition, which shows as"
                + " false."),
        List.of(
            Signature.form(ResultType.BOOLEAN, Signature.Repeat.ONCE, Parameter.bool("condition"))),
        List.of(
            new Example("NOT(1 > 2)", "true"),
            new Example("NOT(TRUE)", "false"),
            new Example("IF(NOT(NULL), \"yes\", \"no\")", "no")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.NOT;
  }
}
