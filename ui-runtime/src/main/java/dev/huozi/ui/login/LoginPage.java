package dev.huozi.ui.login;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the template `login` shows.
///
/// @param csrf goes into the hidden field `csrf`
/// @param next goes into the hidden field `next`
/// @param tenant what was typed, or the tenant of the last login
/// @param problem why the last attempt failed, in the language of the page, or null
public record LoginPage(
    String csrf,
    String next,
    String tenant,
    String user,
    @Nullable String problem,
    Locale locale,
    String nonce) {}
