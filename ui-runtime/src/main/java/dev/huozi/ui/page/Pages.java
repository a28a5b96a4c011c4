package dev.huozi.ui.page;

import dev.huozi.ui.http.ContentPolicy;
import dev.huozi.ui.http.RequestTheme;
import dev.huozi.ui.login.RequestContexts;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws pages: a template, its model (`page`) and the shell around it (`shell`). The same template
/// serves a part of its page where a script asks for one.
@Singleton
public class Pages {
  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
  private static final String APP_COOKIE = "hz-app";
  private static final int YEAR_SECONDS = 365 * 24 * 3600;

  private final Engine templates;
  private final Assets assets;
  private final Navigator navigator;
  private final RequestContexts contexts;
  private final CurrentVertxRequest current;

  Pages(
      Engine templates,
      Assets assets,
      Navigator navigator,
      RequestContexts contexts,
      CurrentVertxRequest current) {
    this.templates = templates;
    this.assets = assets;
    this.navigator = navigator;
    this.contexts = contexts;
    this.current = current;
  }

  public Response page(
      PageContext context, Place place, String title, String template, Object model) {
    return page(200, context, place, title, template, model);
  }

  public Response page(
      int status, PageContext context, Place place, String title, String template, Object model) {
    if (place.app() != null) {
      remember(APP_COOKIE, place.app());
    }
    Shell shell = shell(context, place, title);
    return html(
        status, draw(templates.getTemplate(template), model, shell, context.request().locale()));
  }

  /// A part of a page: the fragment of that id in the template.
  public Response fragment(PageContext context, String template, String fragment, Object model) {
    Shell shell = shell(context, new Place(null, null, Place.Area.RECORDS), "");
    Template part = templates.getTemplate(template).getFragment(fragment);
    return html(200, draw(part, model, shell, context.request().locale()));
  }

  /// A template that is no page, for a script.
  public Response part(PageContext context, String template, Object model) {
    Shell shell = shell(context, new Place(null, null, Place.Area.RECORDS), "");
    return html(
        200, draw(templates.getTemplate(template), model, shell, context.request().locale()));
  }

  /// The text of a template that is no page, for an answer that holds more than that.
  ///
  /// @param data what the template declares
  public String markup(PageContext context, String template, Map<String, Object> data) {
    TemplateInstance instance = templates.getTemplate(template).instance();
    data.forEach(instance::data);
    return instance
        .setAttribute(TemplateWords.LOCALE, context.request().locale())
        .data("assets", assets)
        .render();
  }

  /// Where the reader begins.
  public String home(PageContext context) {
    return navigator.home(context, lastApp());
  }

  /// The list of an object in the app in which it is shown.
  public String listHref(PageContext context, String object) {
    return navigator.list(context, object, lastApp());
  }

  /// The menu as it is outside of any list.
  Navigation navigation(PageContext context) {
    return navigator.at(context, new Place(null, null, Place.Area.RECORDS), lastApp());
  }

  /// The objects of the reader's app, at most `most`.
  List<ObjectHead> objectsOfApp(PageContext context, int most) {
    return navigator.objects(context, lastApp()).stream().limit(most).toList();
  }

  private @Nullable String lastApp() {
    Cookie cookie = http().request().getCookie(APP_COOKIE);
    return cookie == null ? null : decode(cookie.getValue());
  }

  /// Says something on the next page.
  public void announce(String key, String argument) {
    Flash.set(http(), key, argument);
  }

  /// Keeps a harmless choice of the reader in a cookie.
  public void remember(String cookie, String value) {
    http()
        .response()
        .addCookie(
            Cookie.cookie(cookie, encode(value))
                .setPath("/")
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(YEAR_SECONDS));
  }

  /// True where a script asks for the part of that id instead of a page.
  public boolean asksFor(String target) {
    return target.equals(http().request().getHeader("HX-Target"))
        && http().request().getHeader("HX-History-Restore-Request") == null;
  }

  private Shell shell(PageContext context, Place place, String title) {
    RoutingContext http = http();
    return new Shell(
        title,
        context.request().locale(),
        RequestTheme.of(http),
        contexts.csrfToken(),
        ContentPolicy.nonce(http),
        http.request().uri(),
        new Shell.Viewer(
            context.request().principal().name(),
            context.request().tenant().name(),
            context.admin(),
            context.request().tenant().origin()),
        navigator.at(context, place, lastApp()),
        Flash.take(http, context.words()));
  }

  private String draw(Template template, Object model, Shell shell, Locale locale) {
    return template
        .instance()
        .setAttribute(TemplateWords.LOCALE, locale)
        .data("page", model)
        .data("shell", shell)
        .data("assets", assets)
        .render();
  }

  private static Response html(int status, String body) {
    return Response.status(status)
        .type(HTML)
        .entity(body)
        .header("Vary", "HX-Request, HX-Target")
        .build();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static @Nullable String decode(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private RoutingContext http() {
    return current.getCurrent();
  }
}
