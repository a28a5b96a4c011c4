package dev.huozi.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import org.junit.jupiter.api.Test;

@ServerTest
class SessionApiTest {
  private final Fixture tenant = Fixture.tenant("alpha");

  @Test
  void whoLogsInIsKnownAndWhoLogsOutIsNot() {
    Client rep = Client.anonymous().logIn("alpha", "rep", Fixture.PASSWORD);

    Client.Answer who = rep.get("/api/session");
    assertThat(who.status()).isEqualTo(200);
    assertThat(who.header("Cache-Control")).isEqualTo("no-store");
    assertThat(who.json().path("tenant").asText()).isEqualTo("alpha");
    assertThat(who.json().path("user").asText()).isEqualTo("rep");
    assertThat(who.json().path("role").asText()).isEqualTo("user");

    assertThat(rep.send("DELETE", "/api/session", null).status()).isEqualTo(204);
    assertThat(rep.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void aWrongTenantUserOrPasswordGetsTheSameAnswer() {
    String right = "{\"tenant\": \"alpha\", \"user\": \"rep\", \"password\": \"wrong-password\"}";
    JsonNode wrongPassword = refused(right);
    JsonNode wrongUser = refused(right.replace("\"rep\"", "\"nobody-" + Fixture.name("x") + "\""));
    JsonNode wrongTenant = refused(right.replace("\"alpha\"", "\"no-such-tenant\""));

    assertThat(wrongUser).isEqualTo(wrongPassword);
    assertThat(wrongTenant).isEqualTo(wrongPassword);
  }

  private static JsonNode refused(String body) {
    Client.Answer answer = Client.anonymous().post("/api/session", body);
    assertThat(answer.status()).isEqualTo(401);
    return ((com.fasterxml.jackson.databind.node.ObjectNode) answer.json()).without("instance");
  }

  @Test
  void anInventedTokenOpensNothing() {
    for (String token :
        new String[] {"x", "huozi-operator-x", "a".repeat(43), "a".repeat(5000), "null", "ü"}) {
      assertThat(Client.anonymous().withToken(Client.encode(token)).get("/api/session").status())
          .isEqualTo(401);
    }
    assertThat(Client.anonymous().with("Authorization", "Basic YTpi").get("/api/session").status())
        .isEqualTo(401);
  }

  @Test
  void aSuspensionCountsFromTheNextRequest() {
    Person person = newPerson();
    assertThat(person.client().get("/api/session").status()).isEqualTo(200);

    assertThat(change(person, "{\"active\": false}").status()).isEqualTo(200);
    assertThat(person.client().get("/api/session").status()).isEqualTo(401);
    assertThat(Client.anonymous().post("/api/session", credentials(person.user())).code())
        .isEqualTo("LOGIN_FAILED");

    assertThat(change(person, "{\"active\": true}").status()).isEqualTo(200);
    assertThat(Client.anonymous().post("/api/session", credentials(person.user())).status())
        .isEqualTo(200);
  }

  @Test
  void aRoleCountsFromTheNextRequest() {
    Person person = newPerson();
    assertThat(person.client().get("/api/accounts").status()).isEqualTo(403);

    change(person, "{\"role\": \"admin\"}");
    assertThat(person.client().get("/api/accounts").status()).isEqualTo(200);

    change(person, "{\"role\": \"user\"}");
    assertThat(person.client().get("/api/accounts").status()).isEqualTo(403);
  }

  @Test
  void aNewPasswordEndsTheSessions() {
    Person person = newPerson();

    change(person, "{\"password\": \"another-long-password\"}");

    assertThat(person.client().get("/api/session").status()).isEqualTo(401);
    assertThat(Client.anonymous().post("/api/session", credentials(person.user())).status())
        .isEqualTo(401);
  }

  @Test
  void manyWrongPasswordsLockTheAccountAlsoForTheRightOne() {
    Person person = newPerson();
    String wrong = credentials(person.user()).replace(Fixture.PASSWORD, "wrong-password");
    for (int i = 0; i < 12; i++) {
      Client.anonymous().post("/api/session", wrong);
    }

    Client.Answer answer = Client.anonymous().post("/api/session", credentials(person.user()));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("LOGIN_LOCKED");
  }

  @Test
  void theLanguageOfAProgramIsWhatItAsksFor() {
    assertThat(
            tenant
                .user()
                .with("Accept-Language", "en")
                .get("/api/data/nothing")
                .json()
                .path("title")
                .asText())
        .isEqualTo("Not found");
    assertThat(
            tenant
                .user()
                .with("Accept-Language", "zh-CN,zh;q=0.9")
                .get("/api/data/nothing")
                .json()
                .path("title")
                .asText())
        .isEqualTo("未找到");
    assertThat(
            tenant
                .user()
                .with("Accept-Language", "fr")
                .get("/api/data/nothing")
                .json()
                .path("title")
                .asText())
        .isEqualTo("未找到");
  }

  private record Person(String id, String user, Client client) {}

  private Person newPerson() {
    String user = Fixture.name("person");
    Client.Answer made = tenant.admin().post("/api/accounts", Fixture.accountBody(user, "user"));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return new Person(
        made.json().path("id").asText(),
        user,
        Client.anonymous().logIn("alpha", user, Fixture.PASSWORD));
  }

  private Client.Answer change(Person person, String body) {
    return tenant
        .admin()
        .with("Content-Type", "application/json")
        .send("PATCH", "/api/accounts/" + person.id(), body);
  }

  private static String credentials(String user) {
    return "{\"tenant\": \"alpha\", \"user\": \"%s\", \"password\": \"%s\"}"
        .formatted(user, Fixture.PASSWORD);
  }
}
