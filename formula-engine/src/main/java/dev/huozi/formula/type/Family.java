package dev.huozi.formula.type;

import dev.huozi.formula.value.GeoPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/// Types that share one representation on the JVM and may stand for each other in an argument.
public enum Family {
  NUMERIC(BigDecimal.class),
  TEXT(String.class),
  BOOLEAN(Boolean.class),
  DATE(LocalDate.class),
  DATETIME(Instant.class),
  TIME(LocalTime.class),
  PICKLIST(String.class),
  MULTIPICKLIST(List.class),
  GEO(GeoPoint.class),
  REFERENCE(UUID.class),
  NULL(Object.class);

  private final Class<?> javaClass;

  Family(Class<?> javaClass) {
    this.javaClass = javaClass;
  }

  public Class<?> javaClass() {
    return javaClass;
  }
}
