package dev.huozi.ui.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A tenant with the sample model, an administrator and a user, made over the API as anybody would.
public final class Fixture {
  public static final String PASSWORD = "a-long-enough-password";
  private static final Map<String, Fixture> TENANTS = new ConcurrentHashMap<>();
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final String tenant;
  private final Client admin;
  private final Client user;

  private Fixture(String tenant) {
    this.tenant = tenant;
    created(operator().post("/api/tenants", tenantBody(tenant)));
    admin = Client.anonymous().logIn(tenant, "admin", PASSWORD);
    ok(admin.post("/api/packs/apply", packBody(SampleModel.files())));
    created(admin.post("/api/accounts", accountBody("rep", "user")));
    user = Client.anonymous().logIn(tenant, "rep", PASSWORD);
  }

  /// The tenant of that code; made when it is first asked for, and shared by the tests that only
  /// read it or write their own records.
  public static Fixture tenant(String code) {
    return TENANTS.computeIfAbsent(code, Fixture::new);
  }

  public String code() {
    return tenant;
  }

  public Client admin() {
    return admin;
  }

  public Client user() {
    return user;
  }

  /// Whoever holds the token in the server's home.
  public static Client operator() {
    try {
      return Client.anonymous()
          .withToken(Files.readString(HuoziServer.home().resolve("operator.token")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A name that no other test uses.
  public static String name(String prefix) {
    return prefix + "-" + NAMES.incrementAndGet();
  }

  public static String tenantBody(String code) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("code", code).put("name", "Tenant " + code).put("locale", "zh-CN");
    body.putObject("admin").put("user", "admin").put("name", "Ada").put("password", PASSWORD);
    return body.toString();
  }

  public static String accountBody(String user, String role) {
    ObjectNode body = Json.mapper().createObjectNode();
    return body.put("user", user)
        .put("name", "Person " + user)
        .put("role", role)
        .put("password", PASSWORD)
        .toString();
  }

  public static String packBody(Map<String, String> files) {
    ObjectNode body = Json.mapper().createObjectNode();
    ObjectNode texts = body.putObject("files");
    files.forEach(texts::put);
    return body.toString();
  }

  private static void ok(Client.Answer answer) {
    expect(answer, 200);
  }

  private static void created(Client.Answer answer) {
    expect(answer, 201);
  }

  private static void expect(Client.Answer answer, int status) {
    if (answer.status() != status) {
      throw new AssertionError("Expected (%d): %s".formatted(status, answer));
    }
  }
}
