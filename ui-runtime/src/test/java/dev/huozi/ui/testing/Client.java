package dev.huozi.ui.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.huozi.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// A caller of the server under test. Immutable: `with…` gives another one.
public final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final Map<String, String> headers;

  private Client(Map<String, String> headers) {
    this.headers = Map.copyOf(headers);
  }

  /// Nobody in particular, who reads English.
  public static Client anonymous() {
    return new Client(Map.of("Accept", "application/json", "Accept-Language", "en"));
  }

  /// Where the server listens.
  public static URI server() {
    Integer port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    return URI.create("http://127.0.0.1:" + port);
  }

  /// What it sends with every request.
  public Map<String, String> headers() {
    return headers;
  }

  public Client with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Client(more);
  }

  public Client withToken(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public Client logIn(String tenant, String user, String password) {
    Answer answer =
        post(
            "/api/session",
            "{\"tenant\": %s, \"user\": %s, \"password\": %s}"
                .formatted(quoted(tenant), quoted(user), quoted(password)));
    if (answer.status() != 200) {
      throw new AssertionError("Login of (%s) answered: %s".formatted(user, answer));
    }
    return withToken(answer.json().path("token").asText());
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, String json) {
    return with("Content-Type", "application/json").send("POST", path, json);
  }

  public Answer patch(String path, String ifMatch, String json) {
    return with("Content-Type", "application/json")
        .with("If-Match", ifMatch)
        .send("PATCH", path, json);
  }

  public Answer delete(String path, String ifMatch) {
    return with("If-Match", ifMatch).send("DELETE", path, null);
  }

  /// @param path encoded, with query
  public Answer send(String method, String path, @Nullable String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server() + path));
    headers.forEach(request::header);
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(method + " " + path, response);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// The text as a JSON string.
  public static String quoted(String text) {
    return Json.write(text);
  }

  /// What came back.
  public record Answer(String request, HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    /// The body as JSON; a missing node when it is none.
    public JsonNode json() {
      try {
        return body().isBlank() ? MissingNode.getInstance() : Json.mapper().readTree(body());
      } catch (JsonProcessingException _) {
        return MissingNode.getInstance();
      }
    }

    public String code() {
      return json().path("code").asText();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
      return request + " -> " + status() + " " + body();
    }
  }
}
