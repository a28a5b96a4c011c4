package dev.huozi.ui.http;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.Base64;

/// The Content-Security-Policy of an answer. Scripts run only with the nonce of the one answer, so
/// that neither injected markup nor an uploaded file is ever one; style elements, which the formula
/// editor makes, count only with it too.
public final class ContentPolicy {
  private static final String KEY = "huozi.csp-nonce";
  private static final SecureRandom RANDOM = new SecureRandom();

  private ContentPolicy() {}

  /// The nonce for the script elements of this answer.
  public static String nonce(RoutingContext http) {
    String nonce = http.get(KEY);
    if (nonce == null) {
      byte[] bytes = new byte[16];
      RANDOM.nextBytes(bytes);
      nonce = Base64.getEncoder().encodeToString(bytes);
      http.put(KEY, nonce);
    }
    return nonce;
  }

  static String header(RoutingContext http) {
    return "default-src 'none'; script-src 'nonce-"
        + nonce(http)
        + "'; style-src 'self' 'nonce-"
        + nonce(http)
        + "'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }
}
