package dev.huozi.platform.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The texts of one bundle in one language. Several modules may have a file of the same name; an
/// absent file is an empty bundle.
record Bundle(Properties texts) {

  static Bundle load(String path, ClassLoader loader) {
    Properties texts = new Properties();
    try {
      for (URL file : Collections.list(loader.getResources(path))) {
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
          texts.load(reader);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the message bundle (%s).".formatted(path), e);
    }
    return new Bundle(texts);
  }

  @Nullable String find(String key) {
    return texts.getProperty(key);
  }
}
