package dev.huozi.platform.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The secret of whoever runs the installation: in `operator.token` of the home folder, readable by
/// its owner only, made at the first start. `toString` hides it.
public final class OperatorToken {
  private static final String FILE = "operator.token";

  private final String secret;

  private OperatorToken(String secret) {
    this.secret = secret;
  }

  public static OperatorToken inHome(Path home) {
    Path file = home.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return new OperatorToken(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or make (%s).".formatted(file), e);
    }
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path unfinished = file.resolveSibling(FILE + ".unfinished");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(unfinished, Secrets.next() + "\n");
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Whether `presented` is the token. An empty file opens nothing.
  public boolean matches(String presented) {
    return !secret.isEmpty() && Secrets.same(secret, presented);
  }

  @Override
  public String toString() {
    return "OperatorToken[…]";
  }
}
