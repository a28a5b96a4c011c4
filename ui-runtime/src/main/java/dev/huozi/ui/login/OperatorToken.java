package dev.huozi.ui.login;

import dev.huozi.ui.http.HuoziSettings;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/// The secret of whoever operates this installation, in the file `operator.token` of its folder. It
/// makes tenants and opens nothing inside them. Each node has its own, made when it first starts.
@Startup
@Singleton
final class OperatorToken {
  static final String FILE = "operator.token";
  private static final String PREFIX = "huozi-operator-";

  private final byte[] token;

  OperatorToken(HuoziSettings settings) {
    token = readOrMake(settings.home().resolve(FILE)).getBytes(StandardCharsets.UTF_8);
  }

  boolean matches(String candidate) {
    return MessageDigest.isEqual(token, candidate.getBytes(StandardCharsets.UTF_8));
  }

  private static String readOrMake(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      make(file);
      String token = Files.readString(file).strip();
      if (token.length() < PREFIX.length() + 32) {
        throw new IllegalStateException(
            "The operator token in (%s) is too short to be safe.\nMaybe delete the file: the next start makes a new one."
                .formatted(file));
      }
      return token;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The operator token (%s) cannot be read or made.".formatted(file), e);
    }
  }

  private static void make(Path file) throws IOException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException _) {
      return;
    }
    Files.writeString(file, token + "\n");
  }
}
