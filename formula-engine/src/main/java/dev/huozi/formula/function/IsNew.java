package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// ISNEW: whether the record is being created.
final class IsNew extends StandardFunction {
  IsNew() {
    super(
        "ISNEW",
        List.of("新建时"),
        FunctionGroup.RULE,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "正在新建记录时为真。只能用在规则里。", "True while the record is being created. In rules only."),
        List.of(Signature.form(ResultType.BOOLEAN, Signature.Repeat.ONCE)),
        List.of(
            new Example("ISNEW()", "false"),
            new Example("NOT(ISNEW())", "true"),
            new Example("IF(ISNEW(), \"new\", \"old\")", "old")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.ISNEW;
  }
}
