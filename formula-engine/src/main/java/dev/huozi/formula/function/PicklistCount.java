package dev.huozi.formula.function;

import dev.huozi.formula.text.Picklists;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// PICKLISTCOUNT: how many values a multi-select picklist has.
final class PicklistCount extends StandardFunction {
  PicklistCount() {
    super(
        "PICKLISTCOUNT",
        List.of("选项个数"),
        FunctionGroup.PICKLIST,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "多选字段选中的个数；没有选择时为 0。",
            "How many values of the multi-select picklist are chosen; 0 for none."),
        List.of(
            Signature.neverBlank(
                ResultType.NUMBER,
                Kernel.of(Picklists.class, "count", int.class, List.class),
                Parameter.of("picklist", ParameterType.MULTIPICKLIST))),
        List.of(
            new Example("PICKLISTCOUNT(channels)", "2"),
            new Example("PICKLISTCOUNT(channels) > 1", "true"),
            new Example("PICKLISTCOUNT(NULL)", "0")));
  }
}
