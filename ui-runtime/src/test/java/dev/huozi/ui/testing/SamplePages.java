package dev.huozi.ui.testing;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.SortCollation;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/// A page of the sample model at a fixed moment, without a server.
public final class SamplePages {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final MetadataSnapshot SNAPSHOT = SampleModel.snapshot();

  private SamplePages() {}

  public static PageContext of(Locale locale) {
    return new PageContext(request(locale), SNAPSHOT, new Words(new Messages(), locale));
  }

  private static RequestContext request(Locale locale) {
    Tenant tenant =
        new Tenant(
            1,
            "acme",
            "Acme",
            new SqlIdentifier("t_1"),
            new SqlIdentifier("t_1_owner"),
            new SqlIdentifier("t_1_run"),
            ZoneOffset.UTC,
            "CNY",
            SortCollation.ZH,
            Locale.CHINESE,
            null);
    Principal principal = new Principal(new UUID(0, 1), new UUID(0, 2), "Ada", Principal.Role.USER);
    return new RequestContext(
        tenant, principal, 1, locale, ZoneOffset.UTC, Clock.fixed(NOW, ZoneOffset.UTC), "r1");
  }
}
