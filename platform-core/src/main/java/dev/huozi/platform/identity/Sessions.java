package dev.huozi.platform.identity;

import dev.huozi.platform.tenant.Tenant;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Logins and what they lead to: sessions kept on the server. A token is a random secret of which
/// only the hash is stored.
public interface Sessions {
  /// Checks the password and begins a session. `LOGIN_FAILED` for a wrong tenant, user or password
  /// alike, `LOGIN_LOCKED` after too many failures.
  StartedSession logIn(Login login);

  /// Begins a session of kind `TOKEN` for a program that acts as an account.
  ///
  /// @param name what it is for, shown in lists
  StartedSession issueToken(Tenant tenant, UUID accountId, String name, Duration lifetime);

  /// What a token opens at this moment, or null when it opens nothing: unknown, expired, ended,
  /// account or tenant suspended, password changed since. One statement; every request begins with
  /// it.
  @Nullable SessionState open(String token);

  /// The same without waiting for the answer, for the threads that must not block.
  CompletionStage<@Nullable SessionState> openLater(String token);

  /// Ends a session. An unknown token is nobody's business.
  void end(String token);
}
