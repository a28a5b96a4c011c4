package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// INCLUDES: whether a multi-select picklist has a code among its values.
final class Includes extends StandardFunction {
  Includes() {
    super(
        "INCLUDES",
        List.of("包含选项"),
        FunctionGroup.PICKLIST,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "多选字段的值中有给定的编码时为真；编码须直接写出，不可为空。",
            "True when the multi-select picklist has that code among its values. The code is"
                + " written as it stands and is not empty."),
        List.of(
            Signature.form(
                ResultType.BOOLEAN,
                Signature.Repeat.ONCE,
                Parameter.of("picklist", ParameterType.MULTIPICKLIST),
                Parameter.text("code"))),
        List.of(
            new Example("INCLUDES(channels, \"web\")", "true"),
            new Example("INCLUDES(channels, \"phone\")", "false"),
            new Example("IF(INCLUDES(channels, \"store\"), \"shop\", \"other\")", "shop")));
  }

  @Override
  public SpecialForm form() {
    return SpecialForm.INCLUDES;
  }
}
