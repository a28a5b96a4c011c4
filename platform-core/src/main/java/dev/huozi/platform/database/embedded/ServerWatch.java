package dev.huozi.platform.database.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/// A small process beside ours that stops the server when our program ends without having done so,
/// `kill -9` included: it waits for the end of a pipe that only we hold. It stops nothing but the
/// server of this folder, and only while no later program has taken the folder.
final class ServerWatch implements AutoCloseable {
  /// Arguments: the folder of the data, the lock file, what the lock file says while it is ours.
  /// After the end of the pipe it looks a while, because a server may just be starting.
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      if read -r word && [ "$word" = done ]; then exit 0; fi
      waited=0
      while [ "$waited" -lt 60 ]; do
        server=$(head -n 1 "$1/postmaster.pid" 2>/dev/null)
        case $server in
          ''|*[!0-9]*) [ "$waited" -lt 10 ] || exit 0 ;;
          *)
            called=$(tr '\\000' ' ' <"/proc/$server/cmdline" 2>/dev/null || ps -p "$server" -o args= 2>/dev/null)
            [ "$(cat "$2")" = "$3" ] || exit 0
            case $called in *"$1"*) kill -INT "$server" 2>/dev/null ;; esac
            ;;
        esac
        sleep 0.5
        waited=$((waited + 1))
      done
      """;

  private final OutputStream pipe;

  private ServerWatch(OutputStream pipe) {
    this.pipe = pipe;
  }

  /// Begins to watch for the program that holds the lock.
  static ServerWatch begin(ServerFolder folder, FolderLock lock) {
    try {
      Process process =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  SCRIPT,
                  "huozi-watch",
                  folder.data().toString(),
                  folder.lock().toString(),
                  lock.owner())
              .directory(folder.root().toFile())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return new ServerWatch(process.getOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run (sh).", e);
    }
  }

  /// The server has been stopped, or is to be left to others.
  @Override
  public void close() {
    try (pipe) {
      pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException _) {
      // It has gone already: nobody is left to be told.
    }
  }
}
