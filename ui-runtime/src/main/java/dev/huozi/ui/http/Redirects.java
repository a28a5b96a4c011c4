package dev.huozi.ui.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// Sends a browser on to another page of this server. The address stays a path: made absolute, it
/// would repeat whatever host and scheme the request claimed.
public final class Redirects {
  private Redirects() {}

  /// "See other", for after a change and for what needs a login first.
  ///
  /// @param path an encoded local path, with a query where needed
  public static Response to(String path) {
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, path)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
