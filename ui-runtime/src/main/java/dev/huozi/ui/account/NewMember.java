package dev.huozi.ui.account;

import dev.huozi.platform.tenant.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Somebody who shall be able to log in. `toString` hides the password.
///
/// @param userName what is typed at login
/// @param name name of the person
/// @param locale chosen language, or null for the tenant's
public record NewMember(
    String userName, String name, Principal.Role role, String password, @Nullable Locale locale) {
  @Override
  public String toString() {
    return "NewMember[" + userName + ", " + role + "]";
  }
}
