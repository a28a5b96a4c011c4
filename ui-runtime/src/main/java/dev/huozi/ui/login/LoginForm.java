package dev.huozi.ui.login;

import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/// What the login page sends. `toString` hides the password.
public record LoginForm(
    @FormParam("tenant") @Nullable String tenant,
    @FormParam("user") @Nullable String user,
    @FormParam("password") @Nullable String password,
    @FormParam("next") @Nullable String next,
    @FormParam(CsrfFilter.FIELD) @Nullable String csrf) {

  @Override
  public String toString() {
    return "LoginForm[" + tenant + ", " + user + "]";
  }
}
