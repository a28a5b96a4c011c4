package dev.huozi.formula.eval;

import dev.huozi.formula.check.FieldScope;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.type.FormulaType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fields of every type for generated formulas: six of each, `n1` to `n6` and so on. The second of
/// each is blank, the third an error.
final class GeneratedScope implements FieldScope {
  static final Map<String, FormulaType> LETTERS = new LinkedHashMap<>();

  static {
    LETTERS.put("n", FormulaType.NUMBER);
    LETTERS.put("c", FormulaType.CURRENCY);
    LETTERS.put("p", FormulaType.PERCENT);
    LETTERS.put("t", FormulaType.TEXT);
    LETTERS.put("b", FormulaType.BOOLEAN);
    LETTERS.put("d", FormulaType.DATE);
    LETTERS.put("x", FormulaType.DATETIME);
    LETTERS.put("m", FormulaType.TIME);
    LETTERS.put("k", new FormulaType.Picklist("set", List.of("A", "B", "C")));
    LETTERS.put("s", new FormulaType.MultiPicklist("set", List.of("A", "B", "C")));
    LETTERS.put("g", FormulaType.GEO);
    LETTERS.put("r", new FormulaType.Reference(List.of("account")));
  }

  private final Map<String, ScopedField> fields = new LinkedHashMap<>();

  GeneratedScope() {
    LETTERS.forEach((letter, type) -> {
      for (int i = 1; i <= 6; i++) {
        fields.put(letter + i, ScopedField.of(letter + i, type));
      }
    });
  }

  @Override
  public String objectName() {
    return "generated";
  }

  @Override
  public @Nullable ScopedField find(String name) {
    return fields.get(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public @Nullable FieldScope follow(ScopedField reference) {
    return null;
  }

  @Override
  public Collection<ScopedField> fields() {
    return fields.values();
  }
}
