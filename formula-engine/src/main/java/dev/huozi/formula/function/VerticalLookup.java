package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// VLOOKUP: known, but refused with a reason.
final class VerticalLookup extends StandardFunction {
  VerticalLookup() {
    super(
        "VLOOKUP",
        List.of("查询引用"),
        FunctionGroup.RULE,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "不提供：它在每次计算时查询别的记录。请建立关联字段，用路径（如 target.price）取值。",
            "Not offered: it would query other records in each evaluation. Make a lookup field and"
                + " take the value by a path such as target.price."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(
                    Refusals.class,
                    "vlookup",
                    String.class,
                    Object.class,
                    Object.class,
                    String.class),
                Parameter.of("field", ParameterType.FIELD),
                Parameter.of("key", ParameterType.FIELD),
                Parameter.text("value"))),
        List.of());
  }

  /// The help says it all.
  @Override
  public LocalizedText refusal() {
    return help();
  }
}
