package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.platform.i18n.Messages;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Says things in the language of the caller: results to `out`, everything else to `err`.
public final class Console {
  private static final String BUNDLE = "command";
  private static final String END = "\u001b[0m";

  private final PrintWriter out;
  private final PrintWriter err;
  private final Style style;
  private final Messages messages = new Messages();

  Console(PrintWriter out, PrintWriter err, Style style) {
    this.out = out;
    this.err = err;
    this.style = style;
  }

  /// @param colours whether control sequences may be printed
  /// @param quiet whether only results and failures are wanted
  record Style(Locale locale, boolean colours, boolean quiet) {}

  /// The colours that mean something: what comes, what changes, what goes, what is beside the
  /// point.
  enum Colour {
    ADDED("\u001b[32m"),
    CHANGED("\u001b[33m"),
    REMOVED("\u001b[31m"),
    DANGER("\u001b[1;31m"),
    HEADING("\u001b[1m"),
    ASIDE("\u001b[2m");

    private final String start;

    Colour(String start) {
      this.start = start;
    }
  }

  Locale locale() {
    return style.locale();
  }

  boolean quiet() {
    return style.quiet();
  }

  PrintWriter err() {
    return err;
  }

  /// A result.
  public void print(String line) {
    out.println(line);
    out.flush();
  }

  /// The text in that colour, or as it is where there are none.
  String paint(Colour colour, String text) {
    return style.colours() ? colour.start + text + END : text;
  }

  /// What was done, for people; not said when only results are wanted.
  public void say(String key, Map<String, ?> parameters) {
    if (!style.quiet()) {
      print(text(key, parameters));
    }
  }

  /// A remark that is no result.
  void note(String key, Map<String, ?> parameters) {
    err.println(text(key, parameters));
    err.flush();
  }

  public String text(String key, Map<String, ?> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("huozi", HuoziCommand.NAME);
    return messages.text(BUNDLE, key, all, style.locale());
  }

  /// What went wrong, with each finding and its place.
  void tell(CommandFailure failure) {
    String key = failure.key();
    if (key != null) {
      err.println(text(key, failure.parameters()));
    } else {
      tell(failure.problem(), failure.status());
    }
    err.flush();
  }

  private void tell(JsonNode problem, int status) {
    String detail = problem.path("detail").asText("");
    err.println(detail.isEmpty() ? text("answer.foreign", Map.of("status", status)) : detail);
    for (JsonNode finding : problem.path("errors")) {
      String at = finding.path("at").asText("");
      String place = at.isEmpty() ? finding.path("field").asText("") : at;
      err.println("  " + (place.isEmpty() ? "" : place + ": ") + finding.path("message").asText());
    }
    String request = problem.path("instance").asText("");
    if (status >= 500 && !request.isEmpty()) {
      err.println("  " + text("answer.request", Map.of("id", request)));
    }
  }
}
