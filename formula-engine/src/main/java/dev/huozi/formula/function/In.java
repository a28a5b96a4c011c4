package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// IN: whether a value is one of a list.
final class In extends StandardFunction {
  In() {
    super(
        "IN",
        List.of("属于"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "第一个参数等于后面任何一个值时为真。空白不属于任何列表。",
            "True when the first argument equals one of the others. A blank is in no list."),
        List.of(
            Signature.form(
                ResultType.BOOLEAN,
                Signature.Repeat.ARRAY,
                Parameter.any("expression"),
                Parameter.any("value"))),
        List.of(
            new Example("IN(\"b\", \"a\", \"b\")", "true"),
            new Example("IN(3, 1, 2)", "false"),
            new Example("IN(NULL, 1, 2)", "false")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.IN;
  }
}
