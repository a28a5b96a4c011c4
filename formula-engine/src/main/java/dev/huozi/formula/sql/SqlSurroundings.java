package dev.huozi.formula.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The moment and zone that TODAY and NOW stand for in a statement.
public record SqlSurroundings(Instant now, ZoneId zone) {
  public LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  /// The zone as PostgreSQL names it: offsets count the other way round there.
  String zoneName() {
    if (!(zone.normalized() instanceof ZoneOffset offset)) {
      return zone.getId();
    }
    return offset.getTotalSeconds() == 0
        ? "UTC"
        : ZoneOffset.ofTotalSeconds(-offset.getTotalSeconds()).getId();
  }
}
