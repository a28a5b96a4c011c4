package dev.huozi.ui.login;

import dev.huozi.platform.identity.SessionState;
import dev.huozi.platform.identity.Sessions;
import io.quarkus.arc.Arc;
import java.util.Objects;

/// The CSRF token of a session, which a page would carry: these tests do not depend on the pages.
final class SessionTokens {
  private SessionTokens() {}

  static String csrfToken(String sessionToken) {
    Sessions sessions = Arc.container().instance(Sessions.class).get();
    SessionState state = sessions.open(sessionToken);
    return Objects.requireNonNull(state).csrfToken();
  }
}
