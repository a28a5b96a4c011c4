package dev.huozi.sample.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One caller of one Huozi server: JSON in, JSON out, a bearer token on each request.
public final class HuoziClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int BUSY = 503;
  private static final int BUSY_TRIES = 6;

  private final HttpClient http;
  private final URI server;
  private final String token;

  private HuoziClient(HttpClient http, URI server, String token) {
    this.http = http;
    this.server = server;
    this.token = token;
  }

  /// A client without a token yet.
  public static HuoziClient of(URI server) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    return new HuoziClient(http, server, "");
  }

  public HuoziClient withToken(String newToken) {
    return new HuoziClient(http, server, newToken);
  }

  /// Logs in and returns a client for that session.
  public HuoziClient logIn(String tenant, String user, String password) {
    ObjectNode body = object().put("tenant", tenant).put("user", user).put("password", password);
    return withToken(post("/api/session", body).path("token").asText());
  }

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /// Waits until the server says that it is ready.
  public void awaitReady(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    HttpRequest probe =
        HttpRequest.newBuilder(server.resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    while (System.nanoTime() < deadline) {
      try {
        if (http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException _) {
        // Not listening yet: that is what we wait for.
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      pause(Duration.ofMillis(250));
    }
    throw new IllegalStateException(
        "The server (%s) was not ready within %d s.\nMaybe it is not running: ./huozi status says so."
            .formatted(server, patience.toSeconds()));
  }

  public JsonNode get(String path, Map<String, String> query) {
    String text =
        query.entrySet().stream()
            .map(each -> each.getKey() + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    return send("GET", text.isEmpty() ? path : path + "?" + text, null, Map.of());
  }

  public JsonNode post(String path, JsonNode body) {
    return send("POST", path, body, Map.of());
  }

  /// Changes a record that is still at `version`.
  public JsonNode patch(String path, JsonNode body, long version) {
    return send("PATCH", path, body, Map.of("If-Match", "\"" + version + "\""));
  }

  /// True when a GET finds something there.
  public boolean exists(String path) {
    try {
      get(path, Map.of());
      return true;
    } catch (ApiProblem problem) {
      if (problem.status() == 404) {
        return false;
      }
      throw problem;
    }
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode send(
      String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT);
    request.header("Accept", "application/json").header("Accept-Language", "en");
    headers.forEach(request::header);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
    }
    return answer(method + " " + path, request.build());
  }

  /// A busy server is asked again: it refused before it began, so nothing happens twice.
  private JsonNode answer(String name, HttpRequest request) {
    HttpResponse<String> response = exchange(name, request);
    for (int tried = 1; response.statusCode() == BUSY && tried < BUSY_TRIES; tried++) {
      pause(Duration.ofMillis(200L << tried));
      response = exchange(name, request);
    }
    JsonNode json = parse(response.body());
    if (response.statusCode() >= 300) {
      throw new ApiProblem(name, response.statusCode(), json);
    }
    return json;
  }

  private HttpResponse<String> exchange(String name, HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s got no answer; run the same command again to go on.".formatted(name), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static JsonNode parse(String body) {
    if (body.isBlank()) {
      return JSON.missingNode();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException _) {
      return object().put("detail", body.length() > 300 ? body.substring(0, 300) + "…" : body);
    }
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while waiting for the server.", e);
  }
}
