package dev.huozi.formula.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The surroundings of an evaluation: the moment, the zone, the calendars, and the budget. One per
/// request or batch; not thread-safe. Everything that a formula does not get from its inputs comes
/// from here, so that tests can fix it.
public final class EvaluationContext {
  /// Enough for any formula that a person writes, small enough to end within 100 ms.
  public static final long DEFAULT_BUDGET = 20_000_000;

  private final Instant now;
  private final ZoneId zone;
  private final Locale locale;
  private final Map<String, WorkCalendar> calendars;
  private final String defaultCalendar;
  private long budget = DEFAULT_BUDGET;
  private @Nullable LocalDate today;
  private CurrencyRates rates = CurrencyRates.NONE;
  private boolean unpublishedDays;

  /// @param zone the tenant's zone for stored values, the user's zone for values that are only
  ///   shown
  /// @param calendars by name
  /// @param defaultCalendar the name of the calendar that WORKDAY and its kin use when none is
  ///   named
  public EvaluationContext(
      Instant now,
      ZoneId zone,
      Locale locale,
      Map<String, WorkCalendar> calendars,
      String defaultCalendar) {
    this.now = now;
    this.zone = zone;
    this.locale = locale;
    this.calendars = Map.copyOf(calendars);
    this.defaultCalendar = defaultCalendar;
  }

  /// A context without calendars.
  public static EvaluationContext of(Instant now, ZoneId zone) {
    return new EvaluationContext(now, zone, Locale.ROOT, Map.of(), "");
  }

  public Instant now() {
    return now;
  }

  public ZoneId zone() {
    return zone;
  }

  public Locale locale() {
    return locale;
  }

  /// The day of `now` in the context's zone.
  public LocalDate today() {
    LocalDate day = today;
    if (day == null) {
      day = LocalDate.ofInstant(now, zone);
      today = day;
    }
    return day;
  }

  /// The calendar of that name, the default one for null.
  ///
  /// @throws FormulaException `MISSING`
  public WorkCalendar calendar(@Nullable String name) {
    WorkCalendar found = calendars.get(name == null ? defaultCalendar : name);
    if (found == null) {
      throw FormulaException.of(ErrorKind.MISSING);
    }
    return found;
  }

  /// The same surroundings with exchange rates.
  public EvaluationContext withRates(CurrencyRates source) {
    EvaluationContext context =
        new EvaluationContext(now, zone, locale, calendars, defaultCalendar);
    context.rates = source;
    return context;
  }

  /// The rate of a currency to the tenant's base currency.
  ///
  /// @throws FormulaException `MISSING`
  public BigDecimal rate(String currency) {
    BigDecimal rate = rates.rate(currency);
    if (rate == null) {
      throw FormulaException.of(ErrorKind.MISSING);
    }
    return rate;
  }

  /// Notes that a result rests on days for which no calendar has been published: it may change when
  /// one is.
  public void markUnpublishedDays() {
    unpublishedDays = true;
  }

  /// Whether a result since the last [#renewBudget] rests on days for which no calendar has been
  /// published.
  public boolean usedUnpublishedDays() {
    return unpublishedDays;
  }

  /// Takes `steps` from the budget: one step is about one character copied or one small operation.
  ///
  /// @throws FormulaException `LIMIT` when the budget is used up
  public void charge(long steps) {
    budget -= steps;
    if (budget < 0) {
      throw FormulaException.of(ErrorKind.LIMIT);
    }
  }

  /// A fresh budget, for the next record of a batch.
  public void renewBudget() {
    budget = DEFAULT_BUDGET;
    unpublishedDays = false;
  }
}
