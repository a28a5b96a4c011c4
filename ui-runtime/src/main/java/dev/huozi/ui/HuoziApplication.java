package dev.huozi.ui;

import dev.huozi.platform.database.DatabaseSettings;
import dev.huozi.platform.database.embedded.EmbeddedPostgres;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.problem.ProblemException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// The program: database first, then the server; at the end the server first, then the database.
@QuarkusMain
public final class HuoziApplication implements QuarkusApplication {
  private static final Progress PROGRESS = new Progress(System.out);
  private static final int FAILED = 1;

  public static void main(String... arguments) {
    Environment environment = Environment.of(System.getenv());
    DatabaseEnd database;
    try {
      database = prepare(environment);
    } catch (ProblemException problem) {
      PROGRESS.step(new Messages().describe(problem, Locale.getDefault()));
      System.exit(FAILED);
      return;
    }
    PROGRESS.step("starting the server");
    Quarkus.run(HuoziApplication.class, (code, failure) -> end(database, code, failure), arguments);
  }

  /// Hands the settings to Quarkus, which reads them as system properties. Starts the embedded
  /// database where no other one is named.
  private static @Nullable DatabaseEnd prepare(Environment environment) {
    makePrivateFolder(environment.home());
    System.setProperty("huozi.server.home", environment.home().toString());
    if (environment.publicUrl() != null) {
      System.setProperty("huozi.server.url", environment.publicUrl());
    }
    if (environment.databaseUrl() != null) {
      DatabaseSettings settings = DatabaseSettings.parse(environment.databaseUrl());
      PROGRESS.step("using the database " + settings);
      settings.quarkusProperties().forEach(System::setProperty);
      return null;
    }
    PROGRESS.step("starting PostgreSQL in " + environment.home());
    EmbeddedPostgres database = EmbeddedPostgres.start(environment.home().resolve("database"));
    DatabaseEnd end = DatabaseEnd.of(database);
    database.settings().quarkusProperties().forEach(System::setProperty);
    return end;
  }

  private static void end(@Nullable DatabaseEnd database, int code, @Nullable Throwable failure) {
    if (failure != null) {
      PROGRESS.failure(failure);
    }
    if (database != null) {
      database.close();
      PROGRESS.step("PostgreSQL has stopped");
    }
    System.exit(failure != null && code == 0 ? FAILED : code);
  }

  private static void makePrivateFolder(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder (%s) cannot be made.\nMaybe set HUOZI_HOME.".formatted(folder), e);
    }
  }

  @Override
  public int run(String... arguments) {
    var config = ConfigProvider.getConfig();
    PROGRESS.step(
        "ready at http://%s:%s"
            .formatted(
                config.getValue("quarkus.http.host", String.class),
                config.getValue("quarkus.http.port", String.class)));
    Quarkus.waitForExit();
    return 0;
  }
}
