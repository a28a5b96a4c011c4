package dev.huozi.ui.command.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.huozi.platform.json.Json;
import dev.huozi.ui.command.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The server as one person of a scenario sees it. A refusal is an answer like any other.
final class ScenarioDoor {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI server;
  private final @Nullable String token;
  private final Locale locale;

  ScenarioDoor(URI server, @Nullable String token, Locale locale) {
    this.server = server;
    this.token = token;
    this.locale = locale;
  }

  /// @param tag the record's version as the server writes it, empty for none
  record Answer(int status, JsonNode body, String tag) {
    boolean refused() {
      return status >= 300;
    }

    /// The text of the problem, or its status.
    String problem() {
      String detail = body.path("detail").asText("");
      StringBuilder text = new StringBuilder(detail.isEmpty() ? "status " + status : detail);
      for (JsonNode finding : body.path("errors")) {
        text.append(" | ").append(finding.path("message").asText());
      }
      return text.toString();
    }
  }

  /// The same server as somebody else.
  ScenarioDoor as(String otherToken) {
    return new ScenarioDoor(server, otherToken, locale);
  }

  /// The same server as nobody.
  ScenarioDoor anonymous() {
    return new ScenarioDoor(server, null, locale);
  }

  Answer send(String method, String path, @Nullable JsonNode body) {
    return send(method, path, body, Map.of());
  }

  Answer send(String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .header("Accept-Language", locale.toLanguageTag());
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(Json.write(body)));
    }
    HttpResponse<String> answer = exchange(request.build());
    return new Answer(
        answer.statusCode(), parse(answer.body()), answer.headers().firstValue("ETag").orElse(""));
  }

  /// The answer's body; a refusal ends the command.
  JsonNode require(String method, String path, @Nullable JsonNode body) {
    Answer answer = send(method, path, body);
    if (answer.refused()) {
      throw new CommandFailure(answer.status(), answer.body());
    }
    return answer.body();
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new CommandFailure("unreachable", Map.of("url", server), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("unreachable", Map.of("url", server), e);
    }
  }

  private static JsonNode parse(String text) {
    if (text.isBlank()) {
      return JsonNodeFactory.instance.missingNode();
    }
    try {
      return Json.mapper().readTree(text);
    } catch (IOException _) {
      return JsonNodeFactory.instance.textNode(text);
    }
  }
}
