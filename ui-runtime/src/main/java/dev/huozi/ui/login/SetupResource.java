package dev.huozi.ui.login;

import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.identity.Login;
import dev.huozi.platform.identity.Sessions;
import dev.huozi.platform.identity.StartedSession;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.NewTenant;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.SortCollation;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.ui.account.Founding;
import dev.huozi.ui.account.NewMember;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.http.ContentPolicy;
import dev.huozi.ui.http.HuoziSettings;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.http.RequestIds;
import dev.huozi.ui.http.RequestLocale;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The first run: makes the first tenant in the browser. There is this page only while there is no
/// tenant at all, and it asks for the operator's token.
@Path("setup")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class SetupResource {
  private static final List<String> CURRENCIES =
      List.of("CNY", "HKD", "TWD", "USD", "EUR", "GBP", "JPY", "SGD");
  private static final SetupPage.Typed NOTHING =
      new SetupPage.Typed("", "", "", "Asia/Shanghai", "CNY", "zh", "admin", "");

  private static final String TEMPLATE = "setup";

  private final FirstRun firstRun;
  private final OperatorToken operator;
  private final Founding founding;
  private final Sessions sessions;
  private final Messages messages;
  private final Entrance entrance;
  private final HuoziSettings settings;

  SetupResource(
      FirstRun firstRun,
      OperatorToken operator,
      Founding founding,
      Sessions sessions,
      Messages messages,
      Entrance entrance,
      HuoziSettings settings) {
    this.firstRun = firstRun;
    this.operator = operator;
    this.founding = founding;
    this.sessions = sessions;
    this.messages = messages;
    this.entrance = entrance;
    this.settings = settings;
  }

  @GET
  @PermitAll
  public Response show(RoutingContext http) {
    firstRun.require();
    return page(http, 200, NOTHING, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermitAll
  public Response found(RoutingContext http, @BeanParam SetupForm form) {
    firstRun.require();
    try {
      check(http, form);
      Tenant tenant = founding.found(tenant(form), member(form), RequestIds.of(http));
      StartedSession started =
          sessions.logIn(
              new Login(tenant.code(), text(form.user()).strip(), text(form.password())));
      entrance.open(http, started.token());
      return Redirects.to("/");
    } catch (ProblemException problem) {
      return page(http, problem.code().status(), typed(form), problem);
    }
  }

  private void check(RoutingContext http, SetupForm form) {
    entrance.check(http, form.csrf());
    if (!operator.matches(text(form.token()).strip())) {
      throw new ProblemException(UiError.OPERATOR_TOKEN_WRONG, "file", tokenFile());
    }
  }

  private static NewTenant tenant(SetupForm form) {
    return new NewTenant(
        text(form.code()).strip(),
        text(form.name()).strip(),
        zone(text(form.zone()).strip()),
        text(form.currency()).strip(),
        text(form.collation()).equals("und") ? SortCollation.UND : SortCollation.ZH,
        text(form.locale()).equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      throw new ProblemException(
          UiError.PROPERTY_INVALID, "name", "zone", "value", name, "expected", "Asia/Shanghai");
    }
  }

  private static NewMember member(SetupForm form) {
    return new NewMember(
        text(form.user()).strip(),
        text(form.person()).strip(),
        Principal.Role.ADMIN,
        text(form.password()),
        null);
  }

  private static SetupPage.Typed typed(SetupForm form) {
    return new SetupPage.Typed(
        text(form.code()),
        text(form.name()),
        text(form.locale()),
        text(form.zone()),
        text(form.currency()),
        text(form.collation()),
        text(form.user()),
        text(form.person()));
  }

  private Response page(
      RoutingContext http, int status, SetupPage.Typed typed, @Nullable ProblemException problem) {
    Locale locale = RequestLocale.of(http);
    SetupPage page =
        new SetupPage(
            entrance.token(http),
            tokenFile(),
            typed,
            List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds())),
            CURRENCIES,
            problem == null ? null : messages.describe(problem, locale),
            locale,
            ContentPolicy.nonce(http));
    return entrance.page(http, status, TEMPLATE, page);
  }

  private String tokenFile() {
    return settings.home().resolve(OperatorToken.FILE).toString();
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
