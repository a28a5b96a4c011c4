package dev.huozi.ui.login;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the template `setup` shows.
///
/// @param csrf goes into the hidden field `csrf`
/// @param tokenFile where the operator's token lies on the server
/// @param zones to choose from
/// @param problem why the last attempt failed, in the language of the page, or null
public record SetupPage(
    String csrf,
    String tokenFile,
    Typed typed,
    List<String> zones,
    List<String> currencies,
    @Nullable String problem,
    Locale locale,
    String nonce) {

  /// What was typed; never token or password.
  public record Typed(
      String code,
      String name,
      String locale,
      String zone,
      String currency,
      String collation,
      String user,
      String person) {}
}
