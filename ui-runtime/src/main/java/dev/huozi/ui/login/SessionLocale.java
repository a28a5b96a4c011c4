package dev.huozi.ui.login;

import dev.huozi.platform.identity.SessionState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which language a session is answered in. People have chosen one for themselves or take what
/// their browser says; a program says what it wants with each request.
final class SessionLocale {
  private SessionLocale() {}

  static Locale choose(SessionState session, Door door, @Nullable Locale asked) {
    Locale chosen = session.chosenLocale();
    return switch (door) {
      case COOKIE -> chosen != null ? chosen : orTenants(asked, session);
      case BEARER -> orTenants(asked == null ? chosen : asked, session);
    };
  }

  private static Locale orTenants(@Nullable Locale locale, SessionState session) {
    return locale == null ? session.tenant().locale() : locale;
  }
}
