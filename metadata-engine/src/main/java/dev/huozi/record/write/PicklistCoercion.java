package dev.huozi.record.write;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.platform.problem.NameSuggestion;
import dev.huozi.record.RecordError;
import java.util.List;

/// One code of an option set. A deactivated code stays where it is but cannot be chosen anew.
final class PicklistCoercion {
  private PicklistCoercion() {}

  static Coerced code(FieldInput input, FieldType.Picklist picklist) {
    String code = input.text();
    if (code == null) {
      return input.refuseShape("选项代码", "the code of an option");
    }
    if (code.isEmpty()) {
      return Coerced.BLANK;
    }
    OptionSet set = input.scope().snapshot().optionSet(picklist.optionset());
    if (set == null) {
      throw new IllegalStateException(
          "The option set (%s) of a picklist is not there.".formatted(picklist.optionset()));
    }
    List<OptionSet.Option> options = set.values();
    for (OptionSet.Option option : options) {
      if (option.code().equals(code)) {
        return option.active() || code.equals(input.draft().valueBefore(input.field()))
            ? new Coerced.Value(code)
            : input.refuse(
                RecordError.RECORD_PICKLIST_INACTIVE, "value", code, "valueLabel", set.label(code));
      }
    }
    return input.refuse(
        RecordError.RECORD_PICKLIST_UNKNOWN,
        "value",
        FieldInput.shown(code),
        "nearest",
        nearest(code, options));
  }

  /// Codes like the one given; a label given in place of a code finds its code first.
  private static List<String> nearest(String given, List<OptionSet.Option> options) {
    for (OptionSet.Option option : options) {
      if (option.active() && option.label().texts().containsValue(given)) {
        return List.of(option.code());
      }
    }
    List<String> codes =
        options.stream().filter(OptionSet.Option::active).map(OptionSet.Option::code).toList();
    return NameSuggestion.nearest(given, codes);
  }
}
