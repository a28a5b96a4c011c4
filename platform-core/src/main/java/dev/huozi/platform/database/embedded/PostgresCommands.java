package dev.huozi.platform.database.embedded;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs `initdb` and `pg_ctl` on one folder. PostgreSQL refuses to run as root; then it is started
/// in a user namespace in which it is nobody (`unshare`), while its files stay root's.
record PostgresCommands(ServerFolder folder, Path binaries) {
  private static final long LONGEST_COMMAND_SECONDS = 180;

  /// Makes an empty cluster with checksums. The result appears under its name only when it is
  /// complete.
  void initialise(Credentials credentials) {
    Path passwordFile = folder.root().resolve("password");
    ServerFolder.deleteTree(folder.unfinishedData());
    ServerFolder.writeSecret(passwordFile, credentials.administrator());
    run(
        "initdb",
        "--pgdata=" + folder.unfinishedData(),
        "--username=" + Credentials.ADMINISTRATOR_ROLE,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums");
    try {
      Files.delete(passwordFile);
      Files.move(folder.unfinishedData(), folder.data());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot finish (%s).".formatted(folder.data()), e);
    }
  }

  boolean isRunning() {
    return postmaster().process().isPresent();
  }

  Postmaster postmaster() {
    return new Postmaster(folder);
  }

  /// Starts the server and waits until it accepts connections; after a crash that includes
  /// recovery.
  boolean start() {
    return exitCode(
            "pg_ctl",
            "start",
            "--wait",
            "--timeout=150",
            "--pgdata=" + folder.data(),
            "--log=" + folder.log())
        == 0;
  }

  /// Stops the server: connections are cut, everything committed is on disk. The next start needs
  /// no recovery.
  void stop() {
    if (isRunning() && !stop("fast", 30) && isRunning()) {
      stop("immediate", 10);
    }
  }

  private boolean stop(String mode, int seconds) {
    return exitCode(
            "pg_ctl",
            "stop",
            "--wait",
            "--mode=" + mode,
            "--timeout=" + seconds,
            "--pgdata=" + folder.data())
        == 0;
  }

  private void run(String program, String... arguments) {
    int code = exitCode(program, arguments);
    if (code != 0) {
      throw failed(program + " (" + code + ")");
    }
  }

  /// What to say when the server does not do as told; the log says more.
  ProblemException failed(String step) {
    return new ProblemException(
        PlatformError.EMBEDDED_DATABASE_FAILED, "step", step, "log", folder.log().toString());
  }

  private int exitCode(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(binaries.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(folder.log().toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      if (!process.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failed(program + " (timeout)");
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run (%s).".formatted(program), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(program + " (interrupted)");
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
