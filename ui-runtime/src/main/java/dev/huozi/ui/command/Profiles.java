package dev.huozi.ui.command;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.huozi.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The logins that later commands use, by name of profile, in a file that only its owner can read.
///
/// @param file where they are kept; need not exist
record Profiles(Path file) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /// One login. `toString` hides the token.
  record Login(String url, String tenant, String user, String token) {
    @Override
    public String toString() {
      return "Login[" + url + ", " + tenant + "/" + user + "]";
    }
  }

  /// `$XDG_CONFIG_HOME/huozi/profiles.json`, else below `~/.config`.
  static Profiles of(Map<String, String> environment) {
    String base = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path folder =
        base.isBlank() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(base);
    return new Profiles(folder.resolve("huozi").resolve("profiles.json"));
  }

  @Nullable Login find(String name) {
    return read().get(name);
  }

  void put(String name, Login login) {
    Map<String, Login> all = read();
    all.put(name, login);
    write(all);
  }

  void remove(String name) {
    Map<String, Login> all = read();
    if (all.remove(name) != null) {
      write(all);
    }
  }

  private Map<String, Login> read() {
    if (!Files.isRegularFile(file)) {
      return new TreeMap<>();
    }
    try {
      return new TreeMap<>(
          Json.mapper()
              .readValue(Files.readString(file), new TypeReference<Map<String, Login>>() {}));
    } catch (IOException e) {
      throw new CommandFailure("login.unreadable", Map.of("file", file), e);
    }
  }

  private void write(Map<String, Login> logins) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path next =
          Files.createTempFile(
              folder, "profiles", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      Files.write(next, Json.write(logins).getBytes(StandardCharsets.UTF_8));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailure("login.unwritable", Map.of("file", file), e);
    }
  }
}
