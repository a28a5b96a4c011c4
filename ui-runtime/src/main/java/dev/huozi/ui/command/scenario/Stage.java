package dev.huozi.ui.command.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.pack.Scenario;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A tenant made for one scenario: with the packs, with its people logged in. Gone when it is
/// closed.
final class Stage implements AutoCloseable {
  static final String ZONE = "Asia/Shanghai";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final ScenarioDoor operator;
  private final String code;
  private final String password = "Pw-" + random(16);
  private final Map<String, ScenarioDoor> doors = new HashMap<>();
  private final Map<String, String> people = new HashMap<>();

  private Stage(ScenarioDoor operator, String code) {
    this.operator = operator;
    this.code = code;
  }

  /// @param packs files of packs in the order in which they need each other
  static Stage set(ScenarioDoor operator, List<Map<String, String>> packs, Scenario scenario) {
    Stage stage = new Stage(operator, "scn" + random(6));
    stage.makeTenant();
    try {
      ScenarioDoor admin = stage.door(Scenario.ADMIN);
      packs.forEach(files -> apply(admin, files));
      scenario.users().forEach(person -> stage.makePerson(admin, person));
      stage.learnPeople(admin);
      return stage;
    } catch (RuntimeException failure) {
      stage.close();
      throw failure;
    }
  }

  private void makeTenant() {
    ObjectNode tenant =
        node()
            .put("code", code)
            .put("name", "Scenario")
            .put("zone", ZONE)
            .put("currency", "CNY")
            .put("locale", "zh-CN");
    tenant
        .putObject("admin")
        .put("user", Scenario.ADMIN)
        .put("name", "Admin")
        .put("password", password);
    operator.require("POST", "/api/tenants", tenant);
    doors.put(Scenario.ADMIN, login(Scenario.ADMIN));
  }

  private static void apply(ScenarioDoor admin, Map<String, String> files) {
    ObjectNode body = node();
    ObjectNode texts = body.putObject("files");
    files.forEach(texts::put);
    admin.require("POST", "/api/packs/apply", body);
  }

  private void makePerson(ScenarioDoor admin, Scenario.Person person) {
    ObjectNode account =
        node()
            .put("user", person.user())
            .put("name", person.name() == null ? person.user() : person.name())
            .put("role", "user")
            .put("password", password);
    admin.require("POST", "/api/accounts", account);
    doors.put(person.user(), login(person.user()));
  }

  private ScenarioDoor login(String user) {
    ObjectNode body = node().put("tenant", code).put("user", user).put("password", password);
    return operator.as(
        operator.anonymous().require("POST", "/api/session", body).path("token").asText());
  }

  private void learnPeople(ScenarioDoor admin) {
    for (JsonNode account : admin.require("GET", "/api/accounts", null).path("items")) {
      people.put(account.path("user").asText(), account.path("userId").asText());
    }
  }

  ScenarioDoor door(String user) {
    ScenarioDoor door = doors.get(user);
    if (door == null) {
      throw new IllegalArgumentException("Nobody is called (%s) here.".formatted(user));
    }
    return door;
  }

  /// Ids of the people's records by user name.
  Map<String, String> people() {
    return people;
  }

  /// The tenant goes. A server that cannot remove tenants keeps it.
  @Override
  public void close() {
    operator.send("DELETE", "/api/tenants/" + code + "?confirm=" + code, null);
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
