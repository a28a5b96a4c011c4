package dev.huozi.formula.function;

import java.util.List;

/// The functions of the chapters picklist, geo and rule.
final class RecordFunctions {
  private RecordFunctions() {}

  static List<FormulaFunction> list() {
    return List.of(
        new IsPickVal(),
        new Includes(),
        new PicklistCount(),
        new IsNew(),
        new IsClone(),
        new IsChanged(),
        new PriorValue(),
        new Geolocation(),
        new Distance(),
        new VerticalLookup());
  }
}
