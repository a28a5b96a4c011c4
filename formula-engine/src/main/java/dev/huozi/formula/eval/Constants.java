package dev.huozi.formula.eval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Constants of a generated class that are no constants of the class file: they travel as class
/// data and become static final fields.
final class Constants {
  private final List<Object> values = new ArrayList<>();
  private final Map<Object, Integer> indexes = new HashMap<>();

  /// The index of a constant. Numbers are equal here only with equal scale.
  int index(Object value) {
    Integer known = indexes.get(value);
    if (known != null) {
      return known;
    }
    indexes.put(value, values.size());
    values.add(value);
    return values.size() - 1;
  }

  List<Object> values() {
    return values;
  }

  static String field(int index) {
    return "k" + index;
  }

  /// The number that a whole constant is.
  int number(long whole) {
    return index(BigDecimal.valueOf(whole));
  }
}
