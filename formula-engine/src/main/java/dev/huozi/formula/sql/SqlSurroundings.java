package dev.huozi.formula.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The moment and zone that TODAY and NOW stand for in a statement.
public record SqlSurroundings(Instant now, ZoneId zone) {
  public LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }
}
