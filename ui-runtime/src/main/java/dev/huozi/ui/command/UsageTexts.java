package dev.huozi.ui.command;

import dev.huozi.platform.i18n.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/// What each command, option and argument is for: `messages/usage_{zh,en}.properties`.
final class UsageTexts {
  private UsageTexts() {}

  static ResourceBundle of(Locale locale) {
    String path = "/messages/usage_" + Messages.language(locale).getLanguage() + ".properties";
    try (InputStream file = UsageTexts.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("The file (%s) is missing.".formatted(path));
      }
      try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
        return new PropertyResourceBundle(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
