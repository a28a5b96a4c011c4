package dev.huozi.sample.bench.formula;

import dev.huozi.formula.check.FieldScope;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.type.FormulaType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of [BenchRow] as formulas see them.
record BenchScope(
    String objectName, Map<String, FormulaType> types, Map<String, BenchScope> related)
    implements FieldScope {

  static BenchScope create() {
    FormulaType picklist = new FormulaType.Picklist("", List.of());
    BenchScope parent =
        new BenchScope(
            "account",
            Map.of("name", FormulaType.TEXT, "credit_limit", FormulaType.CURRENCY),
            Map.of());
    BenchScope account =
        new BenchScope(
            "account",
            Map.of(
                "balance",
                FormulaType.CURRENCY,
                "credit_limit",
                FormulaType.CURRENCY,
                "rating",
                picklist,
                "parent",
                new FormulaType.Reference(List.of("account"))),
            Map.of("parent", parent));
    BenchScope owner = new BenchScope("user", Map.of("level", FormulaType.NUMBER), Map.of());
    Map<String, FormulaType> own = new LinkedHashMap<>();
    for (String number : List.of("amount", "quantity", "price", "discount", "tax")) {
      own.put(number, FormulaType.NUMBER);
    }
    for (String text : List.of("name", "code", "approver")) {
      own.put(text, FormulaType.TEXT);
    }
    own.put("region", picklist);
    own.put("stage", picklist);
    own.put("start", FormulaType.DATE);
    own.put("end", FormulaType.DATE);
    own.put("account", new FormulaType.Reference(List.of("account")));
    own.put("owner", new FormulaType.Reference(List.of("user")));
    return new BenchScope("deal", own, Map.of("account", account, "owner", owner));
  }

  @Override
  public @Nullable ScopedField find(String name) {
    FormulaType type = types.get(name);
    return type == null ? null : ScopedField.of(name, type);
  }

  @Override
  public @Nullable FieldScope follow(ScopedField reference) {
    return related.get(reference.name());
  }

  @Override
  public Collection<ScopedField> fields() {
    return types.entrySet().stream()
        .map(each -> ScopedField.of(each.getKey(), each.getValue()))
        .toList();
  }
}
