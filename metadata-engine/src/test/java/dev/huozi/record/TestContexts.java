package dev.huozi.record;

import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.SortCollation;
import dev.huozi.platform.tenant.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/// Requests of made-up people at a fixed moment: 2026-03-01 00:30 in Shanghai, still February in
/// UTC.
public final class TestContexts {
  public static final Instant NOW = Instant.parse("2026-02-28T16:30:00Z");
  public static final UUID LI = UUID.fromString("00000000-0000-7000-8000-000000000001");
  public static final UUID WANG = UUID.fromString("00000000-0000-7000-8000-000000000002");

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private TestContexts() {}

  public static RequestContext of(UUID user) {
    return of(tenant(1), user);
  }

  public static RequestContext of(Tenant tenant, UUID user) {
    Principal principal = new Principal(user, user, "Li", Principal.Role.USER);
    return new RequestContext(
        tenant, principal, 1, Locale.ENGLISH, ZONE, Clock.fixed(NOW, ZONE), "test");
  }

  public static Tenant tenant(long id) {
    return new Tenant(
        id,
        "test" + id,
        "Test",
        new SqlIdentifier("t_" + id),
        new SqlIdentifier("t_" + id + "_owner"),
        new SqlIdentifier("t_" + id + "_run"),
        ZONE,
        "CNY",
        SortCollation.ZH,
        Locale.CHINESE,
        null);
  }
}
