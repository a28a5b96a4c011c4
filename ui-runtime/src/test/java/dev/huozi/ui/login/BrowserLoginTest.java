package dev.huozi.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Logging in with a browser: cookies, the tokens of forms, and what other sites cannot do.
@ServerTest
class BrowserLoginTest {
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final Client browser = Client.anonymous().with("Accept", "text/html");

  BrowserLoginTest() {
    Fixture.tenant("alpha");
  }

  /// What a browser holds after a login.
  private record Browser(String cookie, Client.Answer answer) {}

  @Test
  void theLoginLeadsToWhereThePersonWantedToGo() {
    Client.Answer asked = browser.get("/login?next=%2Fo%2Fthing%2F1");
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.header("Cache-Control")).isEqualTo("no-store");

    Browser in = logIn("/o/thing/1");
    assertThat(in.answer().status()).isEqualTo(303);
    assertThat(in.answer().header("Location")).isEqualTo("/o/thing/1");
    assertThat(in.answer().header("Cache-Control")).isEqualTo("no-store");
    assertThat(setCookies(in.answer()))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("huozi=")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/")
                .doesNotContain("Domain"));
    Client.Answer who = Client.anonymous().with("Cookie", in.cookie()).get("/api/session");
    assertThat(who.json().path("user").asText()).isEqualTo("rep");
  }

  @Test
  void aForeignTargetLeadsHome() {
    for (String next :
        new String[] {
          "//evil.example", "https://evil.example", "/\\evil.example", "/%2f/evil.example"
        }) {
      assertThat(logIn(next).answer().header("Location")).isEqualTo("/");
    }
  }

  @Test
  void withoutTheTokenOfTheFormNobodyIsLoggedIn() {
    Client.Answer form = browser.get("/login");
    String cookie = cookie(form, "huozi-login");
    Client sender = browser.with("Content-Type", "application/x-www-form-urlencoded");

    for (Client.Answer answer :
        List.of(
            sender.with("Cookie", cookie).send("POST", "/login", credentials("")),
            sender.with("Cookie", cookie).send("POST", "/login", credentials("x")),
            sender.send("POST", "/login", credentials(token(form))),
            sender
                .with("Cookie", "huozi-login=" + "y".repeat(43))
                .send("POST", "/login", credentials(token(form))))) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
      assertThat(setCookies(answer)).noneMatch(set -> set.startsWith("huozi="));
    }
  }

  @Test
  void anUnsafeRequestOfABrowserNeedsTheTokenOfItsSession() {
    Browser in = logIn("/");
    Client session = Client.anonymous().with("Cookie", in.cookie());
    String body = "{\"name\": \"%s\"}";

    assertThat(session.post("/api/data/thing", body.formatted(Fixture.name("csrf"))).code())
        .isEqualTo("CSRF_REFUSED");
    assertThat(
            session
                .with("X-CSRF-Token", "x")
                .post("/api/data/thing", body.formatted(Fixture.name("csrf")))
                .code())
        .isEqualTo("CSRF_REFUSED");
    String foreign = SessionTokens.csrfToken(cookieValue(logIn("/").cookie()));
    assertThat(
            session
                .with("X-CSRF-Token", foreign)
                .post("/api/data/thing", body.formatted(Fixture.name("csrf")))
                .code())
        .isEqualTo("CSRF_REFUSED");
    assertThat(session.send("DELETE", "/api/session", null).code()).isEqualTo("CSRF_REFUSED");

    String own = SessionTokens.csrfToken(cookieValue(in.cookie()));
    Client.Answer made =
        session
            .with("X-CSRF-Token", own)
            .post("/api/data/thing", body.formatted(Fixture.name("csrf")));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
  }

  @Test
  void aPageOfAnotherOriginCanDoNothing() {
    Browser in = logIn("/");
    String own = SessionTokens.csrfToken(cookieValue(in.cookie()));
    Client session = Client.anonymous().with("Cookie", in.cookie()).with("X-CSRF-Token", own);

    for (String origin :
        new String[] {
          "https://evil.example",
          "null",
          "http://127.0.0.1",
          "http://localhost:" + Client.server().getPort(),
          ""
        }) {
      Client.Answer answer =
          session.with("Origin", origin).post("/api/data/thing", "{\"name\": \"x\"}");
      assertThat(answer.code()).as(origin).isEqualTo("CSRF_REFUSED");
    }
    assertThat(session.with("Sec-Fetch-Site", "cross-site").post("/api/data/thing", "{}").code())
        .isEqualTo("CSRF_REFUSED");
    assertThat(session.with("Sec-Fetch-Site", "same-site").post("/api/data/thing", "{}").code())
        .isEqualTo("CSRF_REFUSED");
    Client.Answer same =
        session
            .with("Origin", Client.server().toString())
            .post("/api/data/thing", "{\"name\": \"%s\"}".formatted(Fixture.name("csrf")));
    assertThat(same.status()).as(same.toString()).isEqualTo(201);
  }

  @Test
  void jsonThatSaysItIsTextIsRefused() {
    Browser in = logIn("/");
    Client session =
        Client.anonymous()
            .with("Cookie", in.cookie())
            .with("X-CSRF-Token", SessionTokens.csrfToken(cookieValue(in.cookie())))
            .with("Content-Type", "text/plain");

    assertThat(session.send("POST", "/api/data/thing", "{\"name\": \"x\"}").status())
        .isEqualTo(415);
    assertThat(
            Client.anonymous()
                .with("Content-Type", "text/plain")
                .send("POST", "/api/session", "{}")
                .status())
        .isEqualTo(415);
  }

  @Test
  void loggingOutEndsTheSessionOnTheServer() {
    Browser in = logIn("/");
    String token = SessionTokens.csrfToken(cookieValue(in.cookie()));

    Client.Answer out =
        browser
            .with("Cookie", in.cookie())
            .with("Content-Type", "application/x-www-form-urlencoded")
            .send("POST", "/logout", "csrf=" + encode(token));
    assertThat(out.status()).as(out.toString()).isEqualTo(303);
    assertThat(out.header("Location")).isEqualTo("/login");
    assertThat(setCookies(out))
        .anySatisfy(cookie -> assertThat(cookie).startsWith("huozi=;").contains("Max-Age=0"));
    assertThat(Client.anonymous().with("Cookie", in.cookie()).get("/api/session").status())
        .isEqualTo(401);
  }

  @Test
  void aNewLoginEndsTheFormerSession() {
    Browser first = logIn("/");
    Browser second = logIn("/", first.cookie());

    assertThat(second.cookie()).isNotEqualTo(first.cookie());
    assertThat(Client.anonymous().with("Cookie", first.cookie()).get("/api/session").status())
        .isEqualTo(401);
    assertThat(Client.anonymous().with("Cookie", second.cookie()).get("/api/session").status())
        .isEqualTo(200);
  }

  @Test
  void aWrongPasswordShowsTheFormAgainWithoutThePassword() {
    Client.Answer form = browser.get("/login");
    Client.Answer answer =
        browser
            .with("Cookie", cookie(form, "huozi-login"))
            .with("Content-Type", "application/x-www-form-urlencoded")
            .send(
                "POST",
                "/login",
                credentials(token(form)).replace(Fixture.PASSWORD, "WRONG-SECRET"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("value=\"alpha\"").doesNotContain("WRONG-SECRET");
  }

  private Browser logIn(String next) {
    return logIn(next, "");
  }

  private Browser logIn(String next, String formerCookie) {
    Client.Answer form = browser.get("/login?next=" + encode(next));
    String cookies =
        cookie(form, "huozi-login") + (formerCookie.isEmpty() ? "" : "; " + formerCookie);
    Client.Answer answer =
        browser
            .with("Cookie", cookies)
            .with("Origin", Client.server().toString())
            .with("Content-Type", "application/x-www-form-urlencoded")
            .send("POST", "/login", credentials(token(form)) + "&next=" + encode(next));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
    return new Browser(cookie(answer, "huozi"), answer);
  }

  private static String credentials(String csrf) {
    return "tenant=alpha&user=rep&password=" + Fixture.PASSWORD + "&csrf=" + encode(csrf);
  }

  private static String token(Client.Answer form) {
    Matcher found = FORM_TOKEN.matcher(form.body());
    assertThat(found.find()).as(form.body()).isTrue();
    return found.group(1);
  }

  private static List<String> setCookies(Client.Answer answer) {
    return answer.response().headers().allValues("Set-Cookie");
  }

  /// `name=value` of the cookie that was set.
  private static String cookie(Client.Answer answer, String name) {
    return setCookies(answer).stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no cookie (%s) in %s".formatted(name, answer)));
  }

  private static String cookieValue(String cookie) {
    return cookie.substring(cookie.indexOf('=') + 1);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
