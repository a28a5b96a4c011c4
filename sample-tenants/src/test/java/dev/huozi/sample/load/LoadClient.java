package dev.huozi.sample.load;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.AppUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// An administrator of a tenant of the superstore, who imports files.
final class LoadClient {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final String PASSWORD = "a-password-for-tests-1";
  private static final Set<String> AT_WORK =
      Set.of("checking", "running", "pausing", "cancelling", "undoing");

  private final AppUnderTest app;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String tenant;
  private String token = "";

  private LoadClient(AppUnderTest app, String tenant) {
    this.app = app;
    this.tenant = tenant;
  }

  /// Makes the tenant and installs the pack.
  static LoadClient superstore(AppUnderTest app, String tenant) throws IOException {
    LoadClient client = new LoadClient(app, tenant);
    client.token = Files.readString(app.home().resolve("operator.token")).strip();
    client.ok(
        201,
        "POST",
        "/api/tenants",
        """
        {"code": "%s", "name": "Superstore", "zone": "Asia/Shanghai", "currency": "CNY", "locale": "zh-CN",
         "admin": {"user": "admin", "name": "管理员", "password": "%s"}}
        """
            .formatted(tenant, PASSWORD));
    client.logIn();
    ObjectNode body = JSON.createObjectNode();
    ObjectNode files = body.putObject("files");
    Path folder = AppUnderTest.root().resolve("sample-tenants/packs/superstore");
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    client.ok(200, "POST", "/api/packs/apply", body.toString());
    return client;
  }

  /// The profile that comes with the pack.
  static String profile() throws IOException {
    return Files.readString(
        AppUnderTest.root().resolve("sample-tenants/imports/superstore.import.json"));
  }

  void logIn() {
    token = "";
    JsonNode session =
        ok(
            200,
            "POST",
            "/api/session",
            "{\"tenant\": \"%s\", \"user\": \"admin\", \"password\": \"%s\"}"
                .formatted(tenant, PASSWORD));
    token = session.path("token").asText();
  }

  JsonNode get(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of(), 200);
  }

  JsonNode ok(int status, String method, String path, String json) {
    return send(
        method,
        path,
        json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json),
        Map.of("Content-Type", "application/json"),
        status);
  }

  /// The address of the import.
  String upload(Path file) throws IOException {
    JsonNode job =
        send(
            "POST",
            "/api/imports?name=" + encode(file.getFileName().toString()),
            BodyPublishers.ofFile(file),
            Map.of("Content-Type", "application/octet-stream"),
            201);
    String address = "/api/imports/" + job.path("id").asText();
    return address;
  }

  /// Waits until nobody works on the import any more.
  JsonNode settled(String address) throws InterruptedException {
    for (int i = 0; i < 6_000; i++) {
      JsonNode job = get(address);
      if (!AT_WORK.contains(job.path("state").asText())) {
        return job;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("still at work: " + get(address));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode send(
      String method, String path, BodyPublisher body, Map<String, String> headers, int expected) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(app.url(path)).header("Accept", "application/json");
    headers.forEach(request::header);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> answer =
          http.send(request.method(method, body).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != expected) {
        throw new AssertionError(
            method + " " + path + " " + answer.statusCode() + " " + answer.body());
      }
      return answer.body().isBlank()
          ? JsonNodeFactory.instance.missingNode()
          : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
