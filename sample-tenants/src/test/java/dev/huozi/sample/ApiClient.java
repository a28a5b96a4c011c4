package dev.huozi.sample;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A client of the public API for tests: JSON in, status and JSON out, a bearer token kept after
/// the login.
public final class ApiClient {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final AppUnderTest app;
  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable String token;

  public ApiClient(AppUnderTest app) {
    this.app = app;
  }

  /// An answer: status, headers and the JSON body (missing node when empty).
  public record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  public ApiClient login(String tenant, String user, String password) {
    Answer answer =
        send(
            "POST",
            "/api/session",
            JSON.createObjectNode()
                .put("tenant", tenant)
                .put("user", user)
                .put("password", password),
            Map.of());
    if (answer.status() >= 300) {
      throw new IllegalStateException(
          "Login of (%s) answered (%d): %s".formatted(user, answer.status(), answer.body()));
    }
    token = answer.body().path("token").asText();
    return this;
  }

  ApiClient withToken(String given) {
    token = given;
    return this;
  }

  public Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  public Answer post(String path, JsonNode body) {
    return send("POST", path, body, Map.of());
  }

  /// A request with headers of its own; `path` is already encoded.
  public Answer send(
      String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
    URI uri = app.url(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "application/json");
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode json =
          response.body().isBlank()
              ? JsonNodeFactory.instance.missingNode()
              : JSON.readTree(response.body());
      return new Answer(response.statusCode(), json, response.headers());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
