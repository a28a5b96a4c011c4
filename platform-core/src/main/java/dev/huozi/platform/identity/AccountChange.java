package dev.huozi.platform.identity;

import dev.huozi.platform.tenant.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What to change on an account; null leaves a thing as it is. `toString` hides the password.
public record AccountChange(
    @Nullable String displayName,
    Principal.@Nullable Role role,
    @Nullable Boolean active,
    @Nullable Locale locale,
    @Nullable String password) {

  @Override
  public String toString() {
    return "AccountChange[" + displayName + ", " + role + ", " + active + ", " + locale + "]";
  }
}
