package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// ISCHANGED: whether the write changes a field.
final class IsChanged extends StandardFunction {
  IsChanged() {
    super(
        "ISCHANGED",
        List.of("已变更"),
        FunctionGroup.RULE,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "这次保存改变了该字段的值时为真；新建时为假。只能用在规则里。",
            "True when this write changes the field; false for a new record. In rules only."),
        List.of(
            Signature.form(
                ResultType.BOOLEAN,
                Signature.Repeat.ONCE,
                Parameter.of("field", ParameterType.FIELD))),
        List.of(
            new Example("ISCHANGED(amount)", "true"),
            new Example("ISCHANGED(status)", "false"),
            new Example("AND(ISCHANGED(amount), amount > 100)", "true")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.ISCHANGED;
  }
}
