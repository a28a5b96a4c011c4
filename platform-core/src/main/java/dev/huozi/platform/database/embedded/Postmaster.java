package dev.huozi.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The first process of the server of one folder, by the file that it writes. After a crash that
/// file may name a process of somebody else who got the same number: such a one is never touched.
record Postmaster(ServerFolder folder) {
  private Path file() {
    return folder.data().resolve("postmaster.pid");
  }

  /// The number in the file, whoever has it now.
  Optional<Long> number() {
    try {
      List<String> lines = Files.exists(file()) ? Files.readAllLines(file()) : List.of();
      return lines.stream()
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("[0-9]{1,10}"))
          .map(Long::valueOf);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read (%s).".formatted(file()), e);
    }
  }

  /// The living process, known by the folder in its command line.
  Optional<ProcessHandle> process() {
    return number().flatMap(ProcessHandle::of).filter(this::servesOurFolder);
  }

  private boolean servesOurFolder(ProcessHandle process) {
    String called = process.info().commandLine().orElse("");
    return called.contains("postgres") && called.contains(folder.data().toString());
  }

  /// Takes away the file of a server that is gone: PostgreSQL would not start while a process of
  /// somebody else has the number in it.
  void forget() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove (%s).".formatted(file()), e);
    }
  }
}
