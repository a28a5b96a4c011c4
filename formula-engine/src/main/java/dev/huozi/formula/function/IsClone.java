package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// ISCLONE: whether the record is being created as a copy.
final class IsClone extends StandardFunction {
  IsClone() {
    super(
        "ISCLONE",
        List.of("复制时"),
        FunctionGroup.RULE,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "正在以复制的方式新建记录时为真。只能用在规则里。",
            "True while the record is being created as a copy of another one. In rules only."),
        List.of(Signature.form(ResultType.BOOLEAN, Signature.Repeat.ONCE)),
        List.of(
            new Example("ISCLONE()", "false"),
            new Example("NOT(ISCLONE())", "true"),
            new Example("IF(ISCLONE(), \"copy\", \"own\")", "own")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.ISCLONE;
  }
}
