package dev.huozi.metadata.pack;

import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataKinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// The built-in pack `system`: the objects that every tenant has. Its files lie as resources in
/// `packs/system` of every module that has something to say; each module lists its files in
/// `packs/system/index.txt`.
public final class SystemPack {
  public static final String ID = Component.SYSTEM;
  private static final String FOLDER = "packs/system/";

  private SystemPack() {}

  public static Pack read(MetadataKinds kinds) {
    return new PackReader(kinds).read(files()).builtIn();
  }

  /// The files by path, from all modules.
  public static Map<String, String> files() {
    ClassLoader loader = loader();
    Map<String, String> files = new TreeMap<>();
    try {
      for (URL index : Collections.list(loader.getResources(FOLDER + "index.txt"))) {
        for (String path :
            text(index.openStream()).lines().filter(line -> !line.isBlank()).toList()) {
          InputStream file = loader.getResourceAsStream(FOLDER + path);
          if (file == null) {
            throw new IllegalStateException(
                "The system pack lists (%s), but there is no such file.".formatted(path));
          }
          files.put(path, text(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? SystemPack.class.getClassLoader() : context;
  }

  private static String text(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
