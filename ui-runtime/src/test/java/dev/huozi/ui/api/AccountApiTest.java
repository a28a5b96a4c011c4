package dev.huozi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import org.junit.jupiter.api.Test;

@ServerTest
class AccountApiTest {
  private final Client admin = Fixture.tenant("alpha").admin();

  @Test
  void anAccountComesWithItsPerson() {
    String user = Fixture.name("member");
    JsonNode made = admin.post("/api/accounts", Fixture.accountBody(user, "user")).json();

    JsonNode person = admin.get("/api/data/user/" + made.path("userId").asText()).json();
    assertThat(person.path("name").asText()).isEqualTo("Person " + user);
    assertThat(admin.get("/api/accounts").json().path("items").findValuesAsText("user"))
        .contains(user);
    assertThat(made.toString()).doesNotContain("password");
  }

  @Test
  void whatIsRefusedLeavesNoPersonBehind() {
    String user = Fixture.name("refused");
    String body = Fixture.accountBody(user, "user");
    assertThat(admin.post("/api/accounts", body).status()).isEqualTo(201);

    assertThat(admin.post("/api/accounts", body).code()).isEqualTo("USER_NAME_TAKEN");
    assertThat(
            admin
                .post("/api/accounts", body.replace(user, user.toUpperCase(java.util.Locale.ROOT)))
                .code())
        .isEqualTo("USER_NAME_TAKEN");
    String other = Fixture.name("refused");
    assertThat(
            admin
                .post(
                    "/api/accounts",
                    Fixture.accountBody(other, "user").replace(Fixture.PASSWORD, "short"))
                .code())
        .isEqualTo("PASSWORD_TOO_SHORT");
    assertThat(people("Person " + user)).isEqualTo(1);
    assertThat(people("Person " + other)).isZero();
  }

  @Test
  void onlyKnownWordsAreTaken() {
    String user = Fixture.name("words");
    assertThat(admin.post("/api/accounts", Fixture.accountBody(user, "operator")).code())
        .isEqualTo("PROPERTY_INVALID");
    assertThat(admin.post("/api/accounts", Fixture.accountBody(user, "ADMIN")).code())
        .isEqualTo("PROPERTY_INVALID");
    assertThat(
            admin
                .post(
                    "/api/accounts",
                    Fixture.accountBody(user, "user").replace("}", ", \"locale\": \"xx\"}"))
                .code())
        .isEqualTo("PROPERTY_INVALID");
    assertThat(
            admin
                .post(
                    "/api/accounts",
                    Fixture.accountBody(user, "user").replace("}", ", \"tenant\": \"beta\"}"))
                .code())
        .isEqualTo("PROPERTY_UNKNOWN");
  }

  @Test
  void somebodyMustStayAdministrator() {
    Fixture lonely = Fixture.tenant("lonely");
    String id = "";
    for (JsonNode account : lonely.admin().get("/api/accounts").json().path("items")) {
      id = account.path("role").asText().equals("admin") ? account.path("id").asText() : id;
    }
    Client json = lonely.admin().with("Content-Type", "application/json");

    assertThat(json.send("PATCH", "/api/accounts/" + id, "{\"role\": \"user\"}").code())
        .isEqualTo("LAST_ADMIN");
    assertThat(json.send("PATCH", "/api/accounts/" + id, "{\"active\": false}").code())
        .isEqualTo("LAST_ADMIN");
  }

  private int people(String name) {
    return admin
        .get("/api/data/user?filter=" + Client.encode("name = \"" + name + "\""))
        .json()
        .path("records")
        .size();
  }
}
