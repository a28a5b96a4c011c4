package dev.huozi.formula.command;

import dev.huozi.formula.time.PublicHolidays;
import dev.huozi.formula.value.EvaluationContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/// The surroundings of formulas that run without a tenant.
final class CaseContext {
  private CaseContext() {}

  static EvaluationContext create(Instant now, ZoneId zone) {
    return new EvaluationContext(now, zone, Locale.US, Map.of("cn", PublicHolidays.china()), "cn");
  }
}
