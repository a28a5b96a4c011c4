package dev.huozi.ui.login;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The clock of the server.
@Singleton
final class RequestClock {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
