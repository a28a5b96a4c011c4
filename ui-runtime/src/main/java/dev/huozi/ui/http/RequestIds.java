package dev.huozi.ui.http;

import dev.huozi.platform.value.RecordIds;
import io.vertx.ext.web.RoutingContext;

/// The id of a request: in its answer (`X-Request-Id`), in problems and in the log.
public final class RequestIds {
  public static final String HEADER = "X-Request-Id";
  private static final String KEY = "huozi.request-id";

  private RequestIds() {}

  /// Gives the request its id. It is always ours: an id that a client chose could be used twice.
  static String assign(RoutingContext http) {
    String id = RecordIds.next().toString();
    http.put(KEY, id);
    return id;
  }

  public static String of(RoutingContext http) {
    String id = http.get(KEY);
    return id == null ? assign(http) : id;
  }
}
