package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// IF: chooses between two values; only the chosen one is evaluated.
final class If extends StandardFunction {
  If() {
    super(
        "IF",
        List.of("如果"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "条件为真时取第二个参数，否则取第三个。空白的条件按假处理；没有选中的一支不会计算。",
            "The second argument when the condition is true, else the third. A blank condition"
                + " counts as false; the branch not taken is not evaluated."),
        List.of(
            Signature.form(
                ResultType.likeFirst(),
                Signature.Repeat.ONCE,
                Parameter.bool("condition"),
                Parameter.any("then"),
                Parameter.any("else"))),
        List.of(
            new Example("IF(1 < 2, \"yes\", \"no\")", "yes"),
            new Example("IF(NULL, 1, 2)", "2"),
            new Example("IF(TRUE, 1, 1 / 0)", "1"),
            new Example("如果(1 > 2, \"大\", \"小\")", "小")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.IF;
  }
}
