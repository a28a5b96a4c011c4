package dev.huozi.platform.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parameter that is an array, for `= any(?)` and `unnest(?)`.
///
/// @param elementType PostgreSQL's name of the element type: `uuid text numeric int4 int8 bool date
///   timestamptz jsonb`
public record SqlArray(String elementType, List<? extends @Nullable Object> elements) {
  public SqlArray {
    elements = Collections.unmodifiableList(new ArrayList<>(elements));
  }
}
