package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.platform.i18n.Messages;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says things in the language of the caller: results to `out`, everything else to `err`.
final class Console {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Locale locale;
  private final Messages messages = new Messages();

  Console(PrintWriter out, PrintWriter err, Locale locale) {
    this.out = out;
    this.err = err;
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }

  void print(String line) {
    out.println(line);
    out.flush();
  }

  void say(String key, Map<String, ?> parameters) {
    print(messages.text("ui", key, parameters, locale));
  }

  /// What went wrong, with each finding and its place.
  void tell(CommandFailure failure) {
    String key = failure.key();
    if (key != null) {
      err.println(messages.text("ui", key, failure.parameters(), locale));
    } else {
      tell(failure.problem(), failure.status());
    }
    err.flush();
  }

  private void tell(JsonNode problem, int status) {
    String detail = problem.path("detail").asText("");
    err.println(detail.isEmpty() ? "HTTP " + status : detail);
    for (JsonNode finding : problem.path("errors")) {
      String place = first(finding.path("at").asText(""), finding.path("field").asText(""));
      err.println("  " + (place.isEmpty() ? "" : place + ": ") + finding.path("message").asText());
    }
    String request = problem.path("instance").asText("");
    if (status >= 500 && !request.isEmpty()) {
      err.println("  request " + request);
    }
  }

  private static String first(@Nullable String one, String other) {
    return one == null || one.isEmpty() ? other : one;
  }
}
