package dev.huozi.platform.identity;

import dev.huozi.platform.tenant.Principal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A login of one person in one tenant.
///
/// @param userId the record of the tenant's object `user`
/// @param userName what is typed at login; unique per tenant without case
/// @param displayName what others see
/// @param active false while suspended: the next request of its sessions is refused
/// @param locale the chosen language; null for the tenant's
public record Account(
    UUID id,
    long tenantId,
    UUID userId,
    String userName,
    String displayName,
    Principal.Role role,
    boolean active,
    @Nullable Locale locale) {}
