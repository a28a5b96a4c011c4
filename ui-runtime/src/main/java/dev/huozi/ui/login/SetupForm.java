package dev.huozi.ui.login;

import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/// What the page of the first run sends. `toString` hides token and password.
public record SetupForm(
    @FormParam("token") @Nullable String token,
    @FormParam("code") @Nullable String code,
    @FormParam("name") @Nullable String name,
    @FormParam("locale") @Nullable String locale,
    @FormParam("zone") @Nullable String zone,
    @FormParam("currency") @Nullable String currency,
    @FormParam("collation") @Nullable String collation,
    @FormParam("user") @Nullable String user,
    @FormParam("person") @Nullable String person,
    @FormParam("password") @Nullable String password,
    @FormParam(CsrfFilter.FIELD) @Nullable String csrf) {

  @Override
  public String toString() {
    return "SetupForm[" + code + ", " + user + "]";
  }
}
