package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// CASE: picks the result whose value equals the first argument.
final class Case extends StandardFunction {
  Case() {
    super(
        "CASE",
        List.of("匹配"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "把第一个参数依次与各个值比较，取相等的那个值后面的结果；都不相等时取最后一个参数。空白不等于任何值，取最后一个。",
            "Compares the first argument with each value in turn and takes the result after the one"
                + " that is equal, else the last argument. A blank equals nothing."),
        List.of(
            Signature.form(
                ResultType.likeFirst(),
                Signature.Repeat.ARRAY,
                Parameter.any("expression"),
                Parameter.any("value"),
                Parameter.any("result"),
                Parameter.any("else"))),
        List.of(
            new Example("CASE(2, 1, \"one\", 2, \"two\", \"many\")", "two"),
            new Example("CASE(\"c\", \"a\", 1, \"b\", 2, 0)", "0"),
            new Example("CASE(NULL, 1, \"one\", \"none\")", "none"),
            new Example("CASE(1, 1, 10, 2, 1 / 0, 0)", "10")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.CASE;
  }
}
