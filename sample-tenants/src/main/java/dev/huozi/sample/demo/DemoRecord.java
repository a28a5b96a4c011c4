package dev.huozi.sample.demo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A record to load.
///
/// @param key its name among the demo's records of the same object; links use it
/// @param values by API name: `String`, `BigDecimal`, `Integer`, `Boolean`, `LocalDate`, `Instant`
///   or `Link`
public record DemoRecord(String key, Map<String, Object> values) {
  public DemoRecord {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static Draft of(String key) {
    return new Draft(key);
  }

  /// The value of a field that this record is known to have.
  public Object value(String field) {
    Object value = values.get(field);
    if (value == null) {
      throw new IllegalArgumentException(
          "Record (%s) has no value for (%s).".formatted(key, field));
    }
    return value;
  }

  /// A record being written down, field by field.
  static final class Draft {
    private final String key;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Draft(String key) {
      this.key = key;
    }

    Draft with(String field, Object value) {
      values.put(field, value);
      return this;
    }

    Draft withIf(boolean condition, String field, Object value) {
      return condition ? with(field, value) : this;
    }

    DemoRecord done() {
      return new DemoRecord(key, values);
    }
  }
}
