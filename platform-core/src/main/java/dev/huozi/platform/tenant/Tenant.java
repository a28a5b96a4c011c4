package dev.huozi.platform.tenant;

import dev.huozi.platform.sql.SqlIdentifier;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A customer of the installation: one schema, two database roles, one set of metadata.
///
/// @param id small number, never reused
/// @param code what people type, for example `qinghequan`
/// @param schema the schema that holds everything of the tenant
/// @param ownerRole role for DDL only
/// @param runtimeRole role for reading and writing rows only
/// @param zone zone for everything stored, scheduled, aggregated or indexed
/// @param currency ISO 4217 code of the tenant's own currency
/// @param sortCollation collation of lists, `zh-x-icu` or `und-x-icu`
/// @param locale language of users who have not chosen one
/// @param origin code of the tenant that this one is a sandbox of, or null
public record Tenant(
    long id,
    String code,
    String name,
    SqlIdentifier schema,
    SqlIdentifier ownerRole,
    SqlIdentifier runtimeRole,
    ZoneId zone,
    String currency,
    SortCollation sortCollation,
    Locale locale,
    @Nullable String origin) {}
