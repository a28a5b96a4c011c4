package dev.huozi.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record as a reader sees it.
///
/// @param version counts its changes; the ETag
/// @param values by API name, in the order asked for; blank is null. `id` and `version` are not
///   repeated here. Shapes: text `String`; number and percent `BigDecimal`; currency `Money`;
///   boolean `Boolean`; date `LocalDate`; datetime `Instant`; picklist its code as `String`;
///   lookup, masterdetail, polylookup and user `Reference`; autonumber `String`; formula as its
///   result, or a `FormulaError`
public record RecordView(
    String object, UUID id, int version, Map<String, @Nullable Object> values) {
  public RecordView {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public @Nullable Object get(String field) {
    return values.get(field);
  }
}
