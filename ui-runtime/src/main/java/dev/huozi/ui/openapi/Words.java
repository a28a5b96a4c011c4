package dev.huozi.ui.openapi;

import dev.huozi.platform.i18n.Messages;
import java.util.Locale;
import java.util.Map;

/// The words of the description in one language.
record Words(Messages messages, Locale locale) {
  String say(String key) {
    return messages.text("ui", key, Map.of(), locale);
  }

  String say(String key, String name, String value) {
    return messages.text("ui", key, Map.of(name, value), locale);
  }
}
