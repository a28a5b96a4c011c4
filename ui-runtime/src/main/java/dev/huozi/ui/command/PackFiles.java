package dev.huozi.ui.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of a pack folder.
final class PackFiles {
  private static final int DEPTH = 4;

  private PackFiles() {}

  /// The texts by path below the folder, `/` between folders.
  static Map<String, String> read(Path folder) {
    if (!Files.isRegularFile(folder.resolve("pack.yaml"))) {
      throw new CommandFailure("pack.missing", Map.of("folder", folder), null);
    }
    Map<String, String> files = new TreeMap<>();
    for (Path file : list(folder)) {
      files.put(path(folder, file), text(file));
    }
    return files;
  }

  /// What stands in the folder and belongs to a pack.
  static List<Path> list(Path folder) {
    try (Stream<Path> found = Files.walk(folder, DEPTH)) {
      return found.filter(file -> belongs(folder, file)).sorted().toList();
    } catch (IOException e) {
      throw new CommandFailure("pack.unreadable", Map.of("file", folder), e);
    }
  }

  static String path(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CommandFailure("pack.unreadable", Map.of("file", file), e);
    }
  }

  private static boolean belongs(Path folder, Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".csv");
  }
}
