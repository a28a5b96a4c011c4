package dev.huozi.formula.command;

import dev.huozi.formula.check.FieldScope;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.platform.value.LocalizedText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of a case as a scope. A dotted name makes references on the way.
final class CaseScope implements FieldScope {
  private final String name;
  private final Map<String, ScopedField> fields = new LinkedHashMap<>();
  private final Map<String, CaseScope> related = new LinkedHashMap<>();

  CaseScope(String name) {
    this.name = name;
  }

  static CaseScope of(Collection<CaseField> fields) {
    CaseScope root = new CaseScope("case");
    for (CaseField field : fields) {
      root.add(field, field.name());
    }
    return root;
  }

  private void add(CaseField field, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      put(path, field.formulaType(), field);
      return;
    }
    String first = path.substring(0, dot);
    put(first, new FormulaType.Reference(List.of(first)), null);
    related
        .computeIfAbsent(key(first), _ -> new CaseScope(first))
        .add(field, path.substring(dot + 1));
  }

  private void put(String field, FormulaType type, @Nullable CaseField source) {
    fields.put(key(field), new ScopedField(field, field, LocalizedText.EMPTY, type, source));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public String objectName() {
    return name;
  }

  @Override
  public @Nullable ScopedField find(String field) {
    return fields.get(key(field));
  }

  @Override
  public @Nullable FieldScope follow(ScopedField reference) {
    return related.get(key(reference.name()));
  }

  @Override
  public Collection<ScopedField> fields() {
    return fields.values();
  }
}
