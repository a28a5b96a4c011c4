package dev.huozi.platform.identity;

import dev.huozi.platform.tenant.Principal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A wish for an account. `toString` hides the password.
///
/// @param userId the id of the record of object `user` that it belongs to
public record NewAccount(
    UUID userId,
    String userName,
    String displayName,
    Principal.Role role,
    String password,
    @Nullable Locale locale) {

  @Override
  public String toString() {
    return "NewAccount[" + userName + ", " + role + "]";
  }
}
