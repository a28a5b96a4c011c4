package dev.huozi.ui.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder that a pack is written into.
record PackFolder(Path folder) {
  /// Refuses a folder with something in it, which could be somebody's work.
  void requireRoom(boolean force) {
    if (force || !Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new CommandFailure("folder.taken", Map.of("folder", folder), null);
      }
    } catch (IOException e) {
      throw new CommandFailure("pack.unreadable", Map.of("file", folder), e);
    }
  }

  /// Makes these the files of the pack in the folder. What belongs to no pack stays: a README, the
  /// repository.
  void replace(Map<String, String> files) {
    try {
      Files.createDirectories(folder);
      for (Path old : PackFiles.list(folder)) {
        if (!files.containsKey(PackFiles.path(folder, old))) {
          Files.delete(old);
        }
      }
      write(files);
    } catch (IOException e) {
      throw new CommandFailure("folder.unwritable", Map.of("folder", folder), e);
    }
  }

  /// Adds files. A path that leads out of the folder is refused, whoever sent it.
  void write(Map<String, String> files) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = root.resolve(file.getKey()).normalize();
      if (!target.startsWith(root) || file.getKey().startsWith("/")) {
        throw new CommandFailure("folder.outside", Map.of("path", file.getKey()), null);
      }
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }

  /// Which of these files stand in the folder with another text, or not at all.
  List<String> differing(Map<String, String> files) {
    return files.entrySet().stream()
        .filter(file -> !file.getValue().equals(textOf(file.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private String textOf(String path) {
    Path file = folder.resolve(path);
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new CommandFailure("pack.unreadable", Map.of("file", file), e);
    }
  }
}
