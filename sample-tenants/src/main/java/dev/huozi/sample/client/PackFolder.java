package dev.huozi.sample.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A pack as it lies in a folder.
public record PackFolder(Path folder) {

  /// The body of `POST /api/packs/apply`: all files by their path in the pack.
  public ObjectNode files() {
    if (!Files.isRegularFile(folder.resolve("pack.yaml"))) {
      throw new IllegalStateException(
          "The folder (%s) is no pack: it holds no pack.yaml.\nMaybe --packs names another folder than the one of the packs."
              .formatted(folder));
    }
    ObjectNode body = HuoziClient.object();
    ObjectNode files = body.putObject("files");
    for (Path file : list()) {
      files.put(folder.relativize(file).toString().replace('\\', '/'), read(file));
    }
    return body;
  }

  private List<Path> list() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The pack (%s) cannot be listed.".formatted(folder), e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The pack file (%s) cannot be read.".formatted(file), e);
    }
  }
}
