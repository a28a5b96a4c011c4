package dev.huozi.ui.page;

import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.identity.AccountChange;
import dev.huozi.platform.identity.Accounts;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.http.RequestLocale;
import dev.huozi.ui.http.RequestTheme;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a reader wants the pages: the language goes into the account, the theme into a cookie of the
/// browser.
@Path("preferences")
@RunOnVirtualThread
public final class PreferencesResource {
  private final RequestContexts contexts;
  private final Accounts accounts;
  private final Pages pages;

  PreferencesResource(RequestContexts contexts, Accounts accounts, Pages pages) {
    this.contexts = contexts;
    this.accounts = accounts;
    this.pages = pages;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.USER)
  public Response choose(
      @FormParam("language") @Nullable String language,
      @FormParam("theme") @Nullable String theme,
      @FormParam("next") @Nullable String next) {
    RequestContext context = contexts.current();
    if (language != null) {
      Locale locale = Messages.language(Locale.of(language));
      AccountChange change = new AccountChange(null, null, null, locale, null);
      accounts.change(context.tenant(), context.principal().accountId(), change);
      pages.remember(RequestLocale.COOKIE, locale.getLanguage());
    }
    if (theme != null) {
      pages.remember(RequestTheme.COOKIE, RequestTheme.chosen(theme));
    }
    return Redirects.to(Addresses.local(next, "/"));
  }
}
