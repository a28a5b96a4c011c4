package dev.huozi.ui.api;

import dev.huozi.formula.time.CalendarTable;
import dev.huozi.measure.MeasureError;
import dev.huozi.measure.calendar.WorkCalendars;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Working calendars: how many days are worked between two dates.
@Path("/api/calendar")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class CalendarResource {
  private static final int MAX_YEARS = 100;

  private final RequestContexts contexts;
  private final SnapshotRegistry snapshots;

  CalendarResource(RequestContexts contexts, SnapshotRegistry snapshots) {
    this.contexts = contexts;
    this.snapshots = snapshots;
  }

  /// @param workdays both ends counted
  /// @param published false when a day lies beyond the last announced year, so that holidays may
  ///   still be missing
  public record Workdays(
      String calendar, LocalDate from, LocalDate to, long workdays, boolean published) {}

  @GET
  @Path("/{name}/workdays")
  @RolesAllowed({Roles.USER, Roles.ADMIN})
  public Workdays workdays(
      @RestPath String name, @RestQuery @Nullable String from, @RestQuery @Nullable String to) {
    RequestContext context = contexts.current();
    CalendarTable calendar = WorkCalendars.find(snapshots.current(context), name);
    if (calendar == null) {
      throw new ProblemException(MeasureError.CALENDAR_NOT_FOUND, "name", name);
    }
    LocalDate start = date(from);
    LocalDate end = date(to);
    if (end.isBefore(start) || start.plusYears(MAX_YEARS).isBefore(end)) {
      throw outOfRange();
    }
    return new Workdays(
        name, start, end, calendar.workdaysBetween(start, end), calendar.isPublished(end));
  }

  private static LocalDate date(@Nullable String text) {
    try {
      if (text != null) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException _) {
      // answered below, as a missing one
    }
    throw outOfRange();
  }

  private static ProblemException outOfRange() {
    return new ProblemException(MeasureError.CALENDAR_RANGE, "maximum", MAX_YEARS);
  }
}
