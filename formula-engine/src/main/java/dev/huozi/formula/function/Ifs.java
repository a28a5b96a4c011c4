package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// IFS: the value of the first condition that is true, else the last argument.
final class Ifs extends StandardFunction {
  Ifs() {
    super(
        "IFS",
        List.of("多重如果"),
        FunctionGroup.LOGIC,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "依次检查条件，取第一个为真的条件后面的值；都不为真时取最后一个参数。",
            "Takes the value after the first condition that is true, or the last argument when none"
                + " is."),
        List.of(
            Signature.form(
                ResultType.likeFirst(),
                Signature.Repeat.ARRAY,
                Parameter.bool("condition"),
                Parameter.any("value"),
                Parameter.any("else"))),
        List.of(
            new Example("IFS(1 > 2, \"a\", 2 > 1, \"b\", \"c\")", "b"),
            new Example("IFS(FALSE, 1, 2)", "2"),
            new Example("IFS(TRUE, 1, 1 / 0 > 1, 2, 3)", "1")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.IFS;
  }
}
