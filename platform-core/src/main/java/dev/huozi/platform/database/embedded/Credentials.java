package dev.huozi.platform.database.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Properties;

/// The generated passwords of an embedded server, kept in a file that only its owner can read.
///
/// @param administrator of the superuser, used at start and for support only
/// @param application of the role the application logs in as
record Credentials(String administrator, String application) {
  static final String ADMINISTRATOR_ROLE = "huozi_admin";
  static final String APPLICATION_ROLE = "huozi_app";

  static Credentials loadOrCreate(Path file) {
    if (!Files.exists(file)) {
      ServerFolder.writeSecret(
          file, "administrator=%s\napplication=%s\n".formatted(random(), random()));
    }
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(ServerFolder.read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Credentials(
        Objects.requireNonNull(properties.getProperty("administrator"), file::toString),
        Objects.requireNonNull(properties.getProperty("application"), file::toString));
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Credentials[…]";
  }
}
