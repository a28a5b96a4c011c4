package dev.huozi.platform.tenant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/// What every call needs to know about the request it serves. Always the first argument; nothing
/// reads the tenant from a static or a thread-local. Time comes from here, so that tests can fix
/// it.
///
/// @param metadataVersion the tenant's metadata version when the request began: its snapshot is at
///   least that new
/// @param userZone the zone of display and of TODAY() that is not stored
/// @param requestId goes into answers and logs
public record RequestContext(
    Tenant tenant,
    Principal principal,
    long metadataVersion,
    Locale locale,
    ZoneId userZone,
    Clock clock,
    String requestId) {

  public Instant now() {
    return clock.instant();
  }

  /// Today where the user is.
  public LocalDate today() {
    return LocalDate.ofInstant(now(), userZone);
  }

  public RequestContext withMetadataVersion(long version) {
    return new RequestContext(tenant, principal, version, locale, userZone, clock, requestId);
  }

  public RequestContext withLocale(Locale other) {
    return new RequestContext(
        tenant, principal, metadataVersion, other, userZone, clock, requestId);
  }
}
