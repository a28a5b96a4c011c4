package dev.huozi.ui.login;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/// A token that asks to be let in.
final class SessionRequest extends BaseAuthenticationRequest {
  private final String token;
  private final Door door;

  SessionRequest(String token, Door door) {
    this.token = token;
    this.door = door;
  }

  String token() {
    return token;
  }

  Door door() {
    return door;
  }
}
