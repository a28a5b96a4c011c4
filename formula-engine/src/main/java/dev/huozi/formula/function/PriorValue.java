package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// PRIORVALUE: the value of a field before the write.
final class PriorValue extends StandardFunction {
  PriorValue() {
    super(
        "PRIORVALUE",
        List.of("原值"),
        FunctionGroup.RULE,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "字段在这次保存之前的值；新建时是现在的值。只能用在规则里。",
            "The value of the field before this write; for a new record its present value. In rules"
                + " only."),
        List.of(
            Signature.form(
                ResultType.likeFirst(),
                Signature.Repeat.ONCE,
                Parameter.of("field", ParameterType.FIELD))),
        List.of(
            new Example("PRIORVALUE(amount)", "100"),
            new Example("amount - PRIORVALUE(amount)", "20"),
            new Example("PRIORVALUE(status)", "open")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.PRIORVALUE;
  }
}
