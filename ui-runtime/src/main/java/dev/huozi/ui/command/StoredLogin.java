package dev.huozi.ui.command;

import dev.huozi.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The login that later commands use, in a file that only its owner can read. `toString` hides the
/// token.
record StoredLogin(String url, String tenant, String user, String token) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /// `$XDG_CONFIG_HOME/huozi/login.json`, else below `~/.config`.
  static Path file(Map<String, String> environment) {
    String base = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path folder =
        base.isBlank() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(base);
    return folder.resolve("huozi").resolve("login.json");
  }

  /// The stored login for that server, or null.
  static @Nullable StoredLogin read(Path file, URI server) {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try {
      StoredLogin login = Json.mapper().readValue(Files.readString(file), StoredLogin.class);
      return login.url().equals(server.toString()) ? login : null;
    } catch (IOException _) {
      return null;
    }
  }

  void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(file);
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      Files.write(file, Json.write(this).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CommandFailure("cli.login.unwritable", "file", file.toString(), e);
    }
  }

  @Override
  public String toString() {
    return "StoredLogin[" + url + ", " + tenant + "/" + user + "]";
  }
}
