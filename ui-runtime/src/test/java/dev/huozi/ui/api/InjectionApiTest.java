package dev.huozi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Hostile text in every place that takes text: kept as it is, or refused; never carried out, never
/// an error of ours.
@ServerTest
class InjectionApiTest {
  private static final List<String> PAYLOADS =
      List.of(
          "'; drop table huozi.account; --",
          "' or '1'='1",
          "\" or \"1\"=\"1",
          "$1",
          "$$; select pg_sleep(5); $$",
          "?::regclass",
          "1) union select password_hash from huozi.account --",
          "name\"; --",
          "\u2019; select 1; --",
          "\\'; select 1; --",
          "x/*y*/",
          "${7*7}",
          "{7*7}",
          "#{7*7}",
          "{{7*7}}",
          "{#for x in y}{/for}",
          "<%= 7*7 %>",
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "javascript:alert(1)",
          "%00",
          "../../etc/passwd",
          "a".repeat(64),
          "名称'; --",
          "😀'",
          "\u202Eabc",
          "()&|!*",
          "null",
          "true",
          "-1");

  private final Client rep = Fixture.tenant("alpha").user();
  private final Client admin = Fixture.tenant("alpha").admin();

  @Test
  void inAValueItIsKeptAsItIs() {
    for (String payload : PAYLOADS) {
      String note = payload + Fixture.name("");
      Client.Answer made =
          rep.post(
              "/api/data/thing",
              "{\"name\": \"%s\", \"note\": %s}"
                  .formatted(Fixture.name("payload"), Client.quoted(note)));
      assertThat(made.status()).as(made.toString()).isEqualTo(201);
      assertThat(rep.get(made.header("Location")).json().path("note").asText()).isEqualTo(note);
      Client.Answer found =
          rep.get(
              "/api/data/thing?filter="
                  + Client.encode("note = " + Client.quoted(note).replace("\\\"", "\"\"")));
      assertThat(found.status()).as(found.toString()).isLessThan(500);
    }
  }

  @Test
  void inANameOrAParameterItIsRefused() {
    for (String payload : PAYLOADS) {
      String text = Client.encode(payload);
      String quoted = Client.quoted(payload);
      List<Client.Answer> answers =
          List.of(
              rep.get("/api/data/" + text),
              rep.get("/api/data/thing/" + text),
              rep.get("/api/data/thing?fields=" + text),
              rep.get("/api/data/thing?sort=" + text),
              rep.get("/api/data/thing?view=" + text),
              rep.get("/api/data/thing?cursor=" + text),
              rep.get("/api/data/thing?limit=" + text),
              rep.get("/api/data/thing?" + text + "=1"),
              rep.get("/api/meta/" + text),
              rep.get("/api/meta/object/" + text),
              rep.post("/api/data/thing", "{%s: 1}".formatted(quoted)),
              rep.post("/api/data/thing", "{\"colour\": %s}".formatted(quoted)),
              rep.post("/api/data/thing", "{\"parent\": %s}".formatted(quoted)),
              rep.post("/api/data/thing", "{\"parent\": {%s: 1}}".formatted(quoted)),
              rep.post("/api/data/thing", "{\"day\": %s}".formatted(quoted)),
              admin.post(
                  "/api/meta/plan",
                  "{\"changes\": [{\"remove\": {\"kind\": %s, \"name\": \"x\"}}]}"
                      .formatted(quoted)),
              admin.post(
                  "/api/meta/plan",
                  "{\"changes\": [{\"remove\": {\"kind\": \"view\", \"name\": %s}}]}"
                      .formatted(quoted)));
      for (Client.Answer answer : answers) {
        assertThat(answer.status()).as(payload + " " + answer).isBetween(400, 499);
        harmless(answer);
      }
    }
  }

  @Test
  void inAFilterOrASearchItFindsNothingOrIsRefused() {
    for (String payload : PAYLOADS) {
      for (String parameter : new String[] {"filter", "q"}) {
        Client.Answer answer =
            rep.get("/api/data/thing?%s=%s".formatted(parameter, Client.encode(payload)));
        assertThat(answer.status()).as(payload + " " + answer).isLessThan(500);
        if (answer.status() != 200) {
          harmless(answer);
        }
      }
    }
  }

  @Test
  void aNulCharacterIsRefused() {
    Client.Answer answer = rep.post("/api/data/thing", "{\"name\": \"a\\u0000b\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(rep.get("/api/data/thing?q=%00").status()).isLessThan(500);
    assertThat(rep.get("/api/data/thing?filter=" + Client.encode("name = \"\u0000\"")).status())
        .isLessThan(500);
  }

  private static void harmless(Client.Answer answer) {
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body())
        .doesNotContain("org.postgresql", "java.lang", "dev.huozi", "io.quarkus", "\tat ", "t_1.");
  }
}
