package dev.huozi.ui.page.account;

import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.identity.Account;
import dev.huozi.platform.identity.AccountChange;
import dev.huozi.platform.identity.Accounts;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.ui.account.Enrollment;
import dev.huozi.ui.account.NewMember;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.Place;
import dev.huozi.ui.page.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Accounts for administrators: all of them, a new one, a new password, another role, out and in
/// again.
@Path("admin/accounts")
@RunOnVirtualThread
public final class AccountPageResource {
  private static final String ADMIN = "admin";

  private final PageContexts contexts;
  private final Pages pages;
  private final Accounts accounts;
  private final Enrollment enrollment;

  AccountPageResource(
      PageContexts contexts, Pages pages, Accounts accounts, Enrollment enrollment) {
    this.contexts = contexts;
    this.pages = pages;
    this.accounts = accounts;
    this.enrollment = enrollment;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  public Response list() {
    return show(200, contexts.current(), AccountsPage.Form.EMPTY, List.of(), false);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response create(MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    String language = text(form, "language");
    AccountsPage.Form typed =
        new AccountsPage.Form(
            text(form, "user"), text(form, "name"), ADMIN.equals(form.getFirst("role")), language);
    Locale locale = language.isEmpty() ? null : Messages.language(Locale.of(language));
    Principal.Role role = typed.admin() ? Principal.Role.ADMIN : Principal.Role.USER;
    String password = Objects.toString(form.getFirst("password"), "");
    try {
      enrollment.enroll(
          page.request(), new NewMember(typed.user(), typed.name(), role, password, locale));
    } catch (ProblemException refused) {
      return show(422, page, typed, Refusal.texts(refused, page.words()), true);
    }
    pages.announce("flash_account_created", typed.user());
    return Redirects.to(Addresses.ACCOUNTS);
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response change(
      @PathParam("id") UUID id,
      @FormParam("active") @Nullable Boolean active,
      @FormParam("role") @Nullable String role,
      @FormParam("password") @Nullable String password) {
    PageContext page = contexts.current();
    Principal.Role wanted =
        role == null ? null : role.equals(ADMIN) ? Principal.Role.ADMIN : Principal.Role.USER;
    try {
      AccountChange change = new AccountChange(null, wanted, active, null, password);
      Account changed = accounts.change(page.request().tenant(), id, change);
      pages.announce("flash_account_saved", changed.userName());
      return Redirects.to(Addresses.ACCOUNTS);
    } catch (ProblemException refused) {
      return show(422, page, AccountsPage.Form.EMPTY, Refusal.texts(refused, page.words()), false);
    }
  }

  private Response show(
      int status,
      PageContext page,
      AccountsPage.Form typed,
      List<String> problems,
      boolean formOpen) {
    List<AccountsPage.Row> rows =
        accounts.list(page.request().tenant()).stream()
            .map(account ->
                AccountsPage.Row.of(
                    account, account.id().equals(page.request().principal().accountId())))
            .toList();
    AccountsPage model = new AccountsPage(rows, typed, problems, formOpen);
    return pages.page(
        status, page, Place.accounts(), page.words().get("accounts_title"), "accounts", model);
  }

  private static String text(MultivaluedMap<String, String> form, String name) {
    return Objects.toString(form.getFirst(name), "").strip();
  }
}
