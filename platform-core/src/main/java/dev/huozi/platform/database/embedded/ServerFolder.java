package dev.huozi.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What lies where in the folder of one embedded server. Nobody but its owner may look inside.
record ServerFolder(Path root) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  /// What a path of a Unix socket may have at most, in bytes (Linux, `sun_path`).
  private static final int LONGEST_SOCKET_PATH = 107;

  private static final long LARGEST_LOG_BYTES = 10_000_000;

  static ServerFolder open(Path root) {
    ServerFolder folder = new ServerFolder(root.toAbsolutePath().normalize());
    try {
      Files.createDirectories(folder.root);
      Files.setPosixFilePermissions(folder.root, OWNER_ONLY);
      Files.createDirectories(folder.sockets());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder (%s).".formatted(root), e);
    }
    return folder;
  }

  Path data() {
    return root.resolve("data");
  }

  /// Where initdb works, until its result is complete and may be called `data`.
  Path unfinishedData() {
    return root.resolve("data.unfinished");
  }

  Path sockets() {
    return root.resolve("socket");
  }

  Path log() {
    return root.resolve("server.log");
  }

  /// Keeps the log of before in one more file once it has grown large. Called while nothing runs.
  void turnLogOver() {
    try {
      if (Files.exists(log()) && Files.size(log()) > LARGEST_LOG_BYTES) {
        Files.move(log(), root.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot move (%s).".formatted(log()), e);
    }
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path credentials() {
    return root.resolve("credentials");
  }

  private Path portFile() {
    return root.resolve("port");
  }

  /// The setting `unix_socket_directories`: ours, or none when its path is too long for the system.
  String socketSetting() {
    int length = (sockets() + "/.s.PGSQL.65535").getBytes(StandardCharsets.UTF_8).length;
    return length <= LONGEST_SOCKET_PATH ? sockets().toString() : "";
  }

  /// The port of last time, or null.
  @Nullable Integer rememberedPort() {
    String text = Files.exists(portFile()) ? read(portFile()).strip() : "";
    return text.matches("[0-9]{1,5}") ? Integer.valueOf(text) : null;
  }

  void rememberPort(int port) {
    writeSecret(portFile(), Integer.toString(port));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read (%s).".formatted(file), e);
    }
  }

  /// Writes a file that is complete or absent, and never readable by others.
  static void writeSecret(Path file, String content) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.deleteIfExists(unfinished);
      Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER_FILE));
      Files.writeString(unfinished, content);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write (%s).".formatted(file), e);
    }
  }

  static void deleteTree(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove (%s).".formatted(tree), e);
    }
  }
}
