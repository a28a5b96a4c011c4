package dev.huozi.formula.function;

import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import org.jspecify.annotations.Nullable;

/// What a parameter accepts. `NULL` literals are accepted by every one.
public enum ParameterType {
  /// Number, currency, percent.
  NUMBER(Family.NUMERIC),
  TEXT(Family.TEXT),
  BOOLEAN(Family.BOOLEAN),
  DATE(Family.DATE),
  DATETIME(Family.DATETIME),
  TIME(Family.TIME),
  PICKLIST(Family.PICKLIST),
  MULTIPICKLIST(Family.MULTIPICKLIST),
  GEO(Family.GEO),
  /// A text literal, not empty: a unit, a calendar's name, a code. Its value is known when the
  /// formula is checked.
  TEXT_LITERAL(Family.TEXT),
  /// A reference to a field, not any other expression (special forms only).
  FIELD(null),
  /// Anything.
  ANY(null);

  private final @Nullable Family family;

  ParameterType(@Nullable Family family) {
    this.family = family;
  }

  public boolean accepts(FormulaType type) {
    return family == null || type.family() == family || type.family() == Family.NULL;
  }

  /// The family that it accepts; null when any.
  public @Nullable Family family() {
    return family;
  }
}
