package dev.huozi.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/// A tenant of its own with one object `thing` (a text field `name`), for tests that break things.
public final class SmallTenant {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "a-password-for-tests-1";

  private final AppUnderTest app;
  private final String code;

  private SmallTenant(AppUnderTest app, String code) {
    this.app = app;
    this.code = code;
  }

  /// Makes the tenant through the operator's door and publishes the object as its admin.
  public static SmallTenant createIn(AppUnderTest app, String code) {
    SmallTenant tenant = new SmallTenant(app, code);
    JsonNode body =
        json(
            """
            {"code": "%s", "name": "Test", "zone": "Asia/Shanghai", "currency": "CNY", "sortCollation": "zh", "locale": "zh",
             "admin": {"user": "admin", "name": "管理员", "password": "%s"}}
            """
                .formatted(code, PASSWORD));
    expect(
        201,
        new ApiClient(app)
            .send(
                "POST",
                "/api/tenants",
                body,
                Map.of("Authorization", "Bearer " + operatorToken(app))));
    tenant.publish(
        """
        {"changes": [{"put": {"kind": "object", "body": {
          "name": "thing", "label": {"zh": "东西", "en": "Thing"}, "nameField": "name",
          "fields": [{"name": "name", "label": {"zh": "名称", "en": "Name"}, "type": "text", "required": true}]}}}],
         "reason": "test"}
        """);
    return tenant;
  }

  /// A client logged in as the tenant's admin.
  public ApiClient admin() {
    return new ApiClient(app).login(code, "admin", PASSWORD);
  }

  /// The same account on another server of the same database.
  public ApiClient adminOn(AppUnderTest other) {
    return new ApiClient(other).login(code, "admin", PASSWORD);
  }

  /// Plans and publishes a change list.
  public void publish(String changeList) {
    ApiClient admin = admin();
    JsonNode changes = json(changeList);
    JsonNode plan = expect(200, admin.post("/api/meta/plan", changes));
    com.fasterxml.jackson.databind.node.ObjectNode request = changes.deepCopy();
    request.set("baseVersion", plan.path("baseVersion"));
    expect(200, admin.post("/api/meta/publish", request));
  }

  static JsonNode expect(int status, ApiClient.Answer answer) {
    if (answer.status() != status) {
      throw new AssertionError(
          "Expected (%d), got (%d): %s".formatted(status, answer.status(), answer.body()));
    }
    return answer.body();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /// Whoever operates the server.
  static ApiClient operator(AppUnderTest app) {
    return new ApiClient(app).withToken(operatorToken(app));
  }

  private static String operatorToken(AppUnderTest app) {
    try {
      return Files.readString(app.home().resolve("operator.token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
