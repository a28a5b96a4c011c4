package dev.huozi.ui.filter;

import dev.huozi.formula.check.FieldScope;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of one object that rows may name, in the order of the object.
public final class FilterFields {
  /// Of records behind a lookup these say little.
  private static final Set<String> SYSTEM =
      Set.of("created_at", "created_by", "updated_at", "updated_by");

  private static final String ID = "id";

  private final Map<String, FilterField> fields = new LinkedHashMap<>();
  private final FieldScope scope;

  public FilterFields(FieldScope scope, Locale locale) {
    this.scope = scope;
    for (ScopedField field : scope.fields()) {
      add(field.name(), field, null, locale);
    }
    for (ScopedField field : scope.fields()) {
      FieldScope behind =
          field.name().startsWith("$") || field.name().equals(ID) ? null : scope.follow(field);
      if (behind != null && !SYSTEM.contains(field.name())) {
        behind.fields().stream()
            .filter(next -> !SYSTEM.contains(next.name()))
            .filter(next -> next.type().family() != Family.REFERENCE)
            .forEach(
                next -> add(field.name() + "." + next.name(), next, label(field, locale), locale));
      }
    }
  }

  private void add(String path, ScopedField field, @Nullable String parent, Locale locale) {
    boolean plain = !field.name().startsWith("$") && !field.name().equals(ID);
    if (plain && !Operator.of(field.type()).isEmpty()) {
      fields.put(path, new FilterField(path, label(field, locale), parent, field.type()));
    }
  }

  private static String label(ScopedField field, Locale locale) {
    return field.label().get(locale, field.name());
  }

  public List<FilterField> all() {
    return new ArrayList<>(fields.values());
  }

  public @Nullable FilterField find(String path) {
    return fields.get(path);
  }

  FieldScope scope() {
    return scope;
  }

  /// The type of the field, or null where there is none of that name.
  @Nullable FormulaType type(String path) {
    FilterField field = fields.get(path);
    return field == null ? null : field.type();
  }
}
