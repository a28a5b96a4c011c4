package dev.huozi.platform.identity;

import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything a request needs to know about who sends it, as it is in the database at this moment.
/// `toString` hides the CSRF token.
///
/// @param csrfToken must come back with every unsafe request of a browser session
/// @param metadataVersion the tenant's metadata version
/// @param chosenLocale the language the person has chosen, or null
/// @param expires when it ends without further use
public record SessionState(
    UUID id,
    Kind kind,
    Tenant tenant,
    Principal principal,
    String userName,
    String csrfToken,
    long metadataVersion,
    @Nullable Locale chosenLocale,
    Instant expires) {

  /// How a session came about.
  public enum Kind {
    /// A person logged in.
    LOGIN,
    /// A program was given a token.
    TOKEN
  }

  /// The account's language, else the tenant's.
  public Locale locale() {
    return chosenLocale == null ? tenant.locale() : chosenLocale;
  }

  /// The context of a request in this session.
  public RequestContext context(Clock clock, String requestId) {
    return new RequestContext(
        tenant, principal, metadataVersion, locale(), tenant.zone(), clock, requestId);
  }

  @Override
  public String toString() {
    return "SessionState[" + id + ", " + kind + ", " + tenant.code() + ", " + userName + "]";
  }
}
