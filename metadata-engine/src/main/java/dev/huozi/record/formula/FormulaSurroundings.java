package dev.huozi.record.formula;

import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.WorkCalendar;
import dev.huozi.measure.calendar.WorkCalendars;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.tenant.RequestContext;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/// The moment, zone and calendars that formulas of a request count with.
public final class FormulaSurroundings {
  /// Every write asks for them, and they change only with the model.
  private static final Map<MetadataSnapshot, Map<String, WorkCalendar>> CALENDARS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private FormulaSurroundings() {}

  /// For what is only shown, filtered by or asked of the user: his zone.
  public static EvaluationContext shown(RequestContext context, MetadataSnapshot snapshot) {
    return in(context, snapshot, context.userZone());
  }

  /// For what is stored or guards a write: the tenant's zone.
  public static EvaluationContext stored(RequestContext context, MetadataSnapshot snapshot) {
    return in(context, snapshot, context.tenant().zone());
  }

  private static EvaluationContext in(
      RequestContext context, MetadataSnapshot snapshot, ZoneId zone) {
    Map<String, WorkCalendar> calendars =
        CALENDARS.computeIfAbsent(snapshot, of -> Map.copyOf(WorkCalendars.all(of)));
    return new EvaluationContext(
        context.now(), zone, context.locale(), calendars, WorkCalendars.DEFAULT);
  }
}
