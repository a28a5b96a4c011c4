package dev.huozi.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServerTest
class ProblemApiTest {
  private final Client rep = Fixture.tenant("alpha").user();

  @Test
  void theProtocolsOwnRefusalsAreProblemsToo() {
    Client json = rep.with("Content-Type", "application/json");
    problem(rep.get("/api/nothing"), 404, "ROUTE_NOT_FOUND");
    problem(rep.get("/api/data"), 404, "ROUTE_NOT_FOUND");
    problem(json.send("PUT", "/api/data/thing", "{}"), 405, "METHOD_NOT_ALLOWED");
    problem(
        rep.with("Content-Type", "text/plain").send("POST", "/api/data/thing", "{}"),
        415,
        "MEDIA_TYPE_UNSUPPORTED");
    problem(rep.send("POST", "/api/data/thing", "{}"), 415, "MEDIA_TYPE_UNSUPPORTED");
    problem(json.send("POST", "/api/data/thing", ""), 400, "BODY_MISSING");
    problem(json.send("POST", "/api/data/thing", "{"), 400, "MALFORMED");
    problem(json.send("POST", "/api/data/thing", "[]"), 400, "MALFORMED");
    problem(json.send("POST", "/api/data/thing", "1"), 400, "MALFORMED");
    problem(json.send("POST", "/api/data/thing", "{} {}"), 400, "MALFORMED");
    problem(json.send("POST", "/api/data/thing", "{\"name\": NaN}"), 400, "MALFORMED");
    problem(
        json.send("POST", "/api/data/thing", "{\"amount\": " + "1".repeat(101) + "}"),
        400,
        "MALFORMED");
    problem(
        json.send("POST", "/api/data/thing", "[".repeat(60) + "]".repeat(60)), 400, "MALFORMED");
    problem(
        json.send("POST", "/api/data/thing", "{\"note\": \"" + "x".repeat(1024 * 1024) + "\"}"),
        413,
        "BODY_TOO_LARGE");
    problem(
        json.send("POST", "/api/session", "{\"tenant\": \"a\", \"admin\": true}"),
        400,
        "PROPERTY_UNKNOWN");
    problem(json.send("POST", "/api/session", "{\"tenant\": \"a\"}"), 400, "PROPERTY_MISSING");
    problem(json.send("POST", "/api/session", "{\"tenant\": {}}"), 400, "MALFORMED");
    problem(rep.get("/api/data/thing/nonsense"), 404, "RECORD_NOT_FOUND");
  }

  @Test
  void everyProblemCarriesTheRequestId() {
    Client.Answer first = rep.get("/api/nothing");
    Client.Answer second = rep.with("X-Request-Id", "mine").get("/api/nothing");

    assertThat(first.json().path("instance").asText())
        .isEqualTo(first.header("X-Request-Id"))
        .hasSize(36);
    assertThat(second.header("X-Request-Id"))
        .isNotEqualTo("mine")
        .isNotEqualTo(first.header("X-Request-Id"));
  }

  @Test
  void peopleGetAPageInTheirLanguage() {
    Client browser = Client.anonymous().with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    Client.Answer english = browser.get("/nothing/here");
    Client.Answer chinese = browser.with("Accept-Language", "zh-CN").get("/nothing/here");
    assertThat(english.status()).isEqualTo(404);
    assertThat(english.header("Content-Type")).startsWith("text/html");
    assertThat(english.body())
        .contains("Not found", english.header("X-Request-Id"))
        .doesNotContain("urn:huozi");
    assertThat(chinese.body()).contains("未找到");
    assertThat(browser.get("/api/nothing").header("Content-Type"))
        .startsWith("application/problem+json");
    assertThat(
            browser
                .get("/<script>alert(1)</script>".replace("<", "%3C").replace(">", "%3E"))
                .body())
        .doesNotContain("<script>alert");
  }

  @Test
  void everyAnswerTellsTheBrowserWhatItMayDo() {
    for (Client.Answer answer :
        List.of(
            Client.anonymous().with("Accept", "text/html").get("/login"),
            Client.anonymous().get("/api/session"),
            rep.get("/api/data/thing"),
            Client.anonymous().get("/q/health"),
            rep.get("/api//nothing"))) {
      assertThat(answer.header("X-Content-Type-Options")).as(answer.request()).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Content-Security-Policy"))
          .contains("default-src 'none'", "script-src 'nonce-", "frame-ancestors 'none'")
          .doesNotContain("unsafe-eval");
      assertThat(answer.header("Cache-Control")).isNotBlank();
    }
    String policy = Client.anonymous().get("/login").header("Content-Security-Policy");
    assertThat(Client.anonymous().get("/login").header("Content-Security-Policy"))
        .isNotEqualTo(policy);
  }

  @Test
  void answersAreCompressedWhereThatIsWanted() {
    Client.Answer answer = rep.with("Accept-Encoding", "gzip").get("/api/openapi.json");

    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
  }

  private static void problem(Client.Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("title").asText()).isNotBlank();
    assertThat(answer.json().path("detail").asText()).isNotBlank().doesNotContain("{");
    assertThat(answer.body()).doesNotContain("java.", "com.fasterxml", "\tat ");
  }
}
