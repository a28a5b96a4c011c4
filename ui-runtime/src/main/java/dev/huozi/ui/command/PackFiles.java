package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of a pack folder as the API takes them.
final class PackFiles {
  private static final int DEPTH = 4;

  private PackFiles() {}

  static ObjectNode read(Path folder) {
    if (!Files.isRegularFile(folder.resolve("pack.yaml"))) {
      throw new CommandFailure("cli.pack.missing", "folder", folder.toString(), null);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode files = body.putObject("files");
    try (Stream<Path> found = Files.walk(folder, DEPTH)) {
      List<Path> sorted = found.filter(PackFiles::belongs).sorted().toList();
      for (Path file : sorted) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException e) {
      throw new CommandFailure("cli.pack.unreadable", "folder", folder.toString(), e);
    }
    return body;
  }

  private static boolean belongs(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && name.endsWith(".yaml") && !name.startsWith(".");
  }
}
