package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One server as one caller sees it: JSON in, JSON out.
public final class ApiConnection {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final Duration UPLOAD_TIMEOUT = Duration.ofHours(4);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI server;
  private final @Nullable String token;
  private final Locale locale;

  /// @param token bearer token, or null for none
  public ApiConnection(URI server, @Nullable String token, Locale locale) {
    this.server = server;
    this.token = token;
    this.locale = locale;
  }

  public JsonNode get(String path) {
    return send("GET", path, null);
  }

  public JsonNode post(String path, ObjectNode body) {
    return send("POST", path, body);
  }

  public JsonNode delete(String path) {
    return send("DELETE", path, null);
  }

  public JsonNode put(String path, ObjectNode body) {
    return send("PUT", path, body);
  }

  /// Sends a file as it is, piece by piece.
  JsonNode upload(String path, Path file) {
    HttpRequest.Builder request =
        request(path)
            .timeout(UPLOAD_TIMEOUT)
            .header("Accept", "application/json")
            .header("Content-Type", "application/octet-stream");
    try {
      request.POST(HttpRequest.BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      throw new CommandFailure("file.unreadable", Map.of("file", file), e);
    }
    return json(exchange(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  /// Fetches a file that may be large; nothing is written when the server refuses.
  void download(String path, Path file) {
    HttpRequest request = request(path).header("Accept", "*/*").GET().build();
    HttpResponse<InputStream> answer = exchange(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      if (answer.statusCode() >= 300) {
        throw new CommandFailure(
            answer.statusCode(), parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailure("file.unwritable", Map.of("file", file), e);
    }
  }

  /// A name as one segment of a path.
  static String encode(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Where it is.
  URI server() {
    return server;
  }

  private JsonNode send(String method, String path, @Nullable ObjectNode body) {
    HttpRequest.Builder request = request(path).header("Accept", "application/json");
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(Json.write(body)));
    }
    return json(exchange(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(TIMEOUT)
            .header("Accept-Language", locale.toLanguageTag());
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static JsonNode json(HttpResponse<String> response) {
    JsonNode json = parse(response.body());
    if (response.statusCode() >= 300) {
      throw new CommandFailure(response.statusCode(), json);
    }
    return json;
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> answer) {
    try {
      return http.send(request, answer);
    } catch (IOException e) {
      throw new CommandFailure("unreachable", Map.of("url", server), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("unreachable", Map.of("url", server), e);
    }
  }

  private static JsonNode parse(String body) {
    if (body.isBlank()) {
      return JsonNodeFactory.instance.missingNode();
    }
    try {
      return Json.mapper().readTree(body);
    } catch (IOException _) {
      return JsonNodeFactory.instance.textNode(body);
    }
  }
}
