package dev.huozi.formula.type;

import java.util.List;

/// What an expression yields. The checker knows the type of every expression before anything runs.
///
/// On the JVM a blank is `null` and a value is an object of [#javaClass]. Blank text and the text
/// "" are one value: a formula never sees "", always `null`.
public sealed interface FormulaType {
  FormulaType NUMBER = Simple.NUMBER;
  FormulaType CURRENCY = Simple.CURRENCY;
  FormulaType PERCENT = Simple.PERCENT;
  FormulaType TEXT = Simple.TEXT;
  FormulaType BOOLEAN = Simple.BOOLEAN;
  FormulaType DATE = Simple.DATE;
  FormulaType DATETIME = Simple.DATETIME;
  FormulaType TIME = Simple.TIME;
  FormulaType GEO = Simple.GEO;

  /// The type of the literal `NULL`, which fits everywhere.
  FormulaType NULL = Simple.NULL;

  Family family();

  /// The class of values on the JVM: BigDecimal, String, Boolean, LocalDate, Instant, LocalTime,
  /// GeoPoint, List, UUID.
  default Class<?> javaClass() {
    return family().javaClass();
  }

  /// Number, currency and percent: one kind of value, three ways of showing it.
  default boolean isNumeric() {
    return family() == Family.NUMERIC;
  }

  /// A type without parameters.
  enum Simple implements FormulaType {
    NUMBER(Family.NUMERIC),
    CURRENCY(Family.NUMERIC),
    /// A ratio: 12.5 % is 0.125.
    PERCENT(Family.NUMERIC),
    TEXT(Family.TEXT),
    BOOLEAN(Family.BOOLEAN),
    DATE(Family.DATE),
    DATETIME(Family.DATETIME),
    TIME(Family.TIME),
    GEO(Family.GEO),
    NULL(Family.NULL);

    private final Family family;

    Simple(Family family) {
      this.family = family;
    }

    @Override
    public Family family() {
      return family;
    }
  }

  /// One code of an option set; on the JVM the code as text.
  ///
  /// @param codes the codes that exist, for messages and completion; empty when unknown
  record Picklist(String optionset, List<String> codes) implements FormulaType {
    public Picklist {
      codes = List.copyOf(codes);
    }

    @Override
    public Family family() {
      return Family.PICKLIST;
    }

    @Override
    public String toString() {
      return "PICKLIST(" + optionset + ")";
    }
  }

  /// Several codes of an option set; on the JVM a list of codes, never empty (blank is `null`).
  record MultiPicklist(String optionset, List<String> codes) implements FormulaType {
    public MultiPicklist {
      codes = List.copyOf(codes);
    }

    @Override
    public Family family() {
      return Family.MULTIPICKLIST;
    }

    @Override
    public String toString() {
      return "MULTIPICKLIST(" + optionset + ")";
    }
  }

  /// A reference to a record of one of some objects; on the JVM its id.
  record Reference(List<String> targets) implements FormulaType {
    public Reference {
      targets = List.copyOf(targets);
    }

    @Override
    public Family family() {
      return Family.REFERENCE;
    }

    @Override
    public String toString() {
      return "REFERENCE(" + String.join("|", targets) + ")";
    }
  }
}
