package dev.huozi.ui;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the operator set in environment variables.
///
/// @param home folder of everything the installation keeps on disk
/// @param databaseUrl an own PostgreSQL (`postgresql://user:password@host:port/database`), or null
///   for the embedded one
/// @param publicUrl the address that people use, where a proxy stands in front, or null
record Environment(Path home, @Nullable String databaseUrl, @Nullable String publicUrl) {
  static Environment of(Map<String, String> variables) {
    String home = variables.getOrDefault("HUOZI_HOME", "");
    return new Environment(
        Path.of(home.isBlank() ? ".huozi" : home).toAbsolutePath().normalize(),
        text(variables, "HUOZI_DB_URL"),
        text(variables, "HUOZI_URL"));
  }

  private static @Nullable String text(Map<String, String> variables, String name) {
    String value = variables.getOrDefault(name, "").strip();
    return value.isEmpty() ? null : value;
  }

  @Override
  public String toString() {
    return "Environment[" + home + "]";
  }
}
