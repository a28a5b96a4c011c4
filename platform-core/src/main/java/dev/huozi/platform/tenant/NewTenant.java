package dev.huozi.platform.tenant;

import java.time.ZoneId;
import java.util.Locale;

/// A wish for a tenant; the parts as in `Tenant`.
public record NewTenant(
    String code,
    String name,
    ZoneId zone,
    String currency,
    SortCollation sortCollation,
    Locale locale) {}
