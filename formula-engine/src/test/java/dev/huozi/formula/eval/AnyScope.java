package dev.huozi.formula.eval;

import dev.huozi.formula.check.FieldScope;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.platform.value.LocalizedText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Knows every name but those with a `z`: the type follows from the name's letters. References lead
/// back to the same object, so that paths of any length can be written.
final class AnyScope implements FieldScope {
  private final List<FormulaType> types = List.copyOf(GeneratedScope.LETTERS.values());

  @Override
  public String objectName() {
    return "anything";
  }

  @Override
  public @Nullable ScopedField find(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    if (folded.contains("z") || folded.isBlank()) {
      return null;
    }
    FormulaType type = types.get(Math.floorMod(folded.hashCode(), types.size()));
    String id = "f" + Integer.toHexString(folded.hashCode());
    return new ScopedField(id, folded, LocalizedText.EMPTY, type, null);
  }

  @Override
  public @Nullable FieldScope follow(ScopedField reference) {
    return reference.type() instanceof FormulaType.Reference ? this : null;
  }

  @Override
  public Collection<ScopedField> fields() {
    return List.of(ScopedField.of("amount", FormulaType.NUMBER));
  }
}
