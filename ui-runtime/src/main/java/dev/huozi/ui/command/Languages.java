package dev.huozi.ui.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which language a command speaks: `--lang`, else HUOZI_LANG, else the one of the system.
final class Languages {
  private static final String OPTION = "--lang";

  private Languages() {}

  static Locale of(@Nullable String chosen, Map<String, String> environment) {
    String tag = chosen == null ? environment.getOrDefault("HUOZI_LANG", "") : chosen;
    return tag.isBlank() ? system() : Locale.forLanguageTag(tag.replace('_', '-'));
  }

  /// The same before the arguments are parsed: for usage texts and for what is wrong with them.
  static Locale of(List<String> arguments, Map<String, String> environment) {
    String chosen = null;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(OPTION + "=")) {
        chosen = argument.substring(OPTION.length() + 1);
      } else if (argument.equals(OPTION) && i + 1 < arguments.size()) {
        chosen = arguments.get(i + 1);
      }
    }
    return of(chosen, environment);
  }

  private static Locale system() {
    Locale locale = Locale.getDefault();
    return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
  }
}
