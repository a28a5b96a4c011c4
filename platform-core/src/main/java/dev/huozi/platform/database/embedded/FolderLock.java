package dev.huozi.platform.database.embedded;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets one program at a time use a server folder. The system gives the lock back when the program
/// dies. The lock file names its last owner: `./huozi stop` and the watch read it.
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;
  private final String owner;

  private FolderLock(FileChannel channel, String owner) {
    this.channel = channel;
    this.owner = owner;
  }

  /// What the file says while this lock is held: our process id, and what no other lock has.
  String owner() {
    return owner;
  }

  static FolderLock take(ServerFolder folder) {
    FolderLock lock = tryTake(folder);
    if (lock == null) {
      throw new ProblemException(
          PlatformError.EMBEDDED_DATABASE_IN_USE, "folder", folder.root().toString());
    }
    return lock;
  }

  static @Nullable FolderLock tryTake(ServerFolder folder) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new FolderLock(channel, sign(channel));
      }
    } catch (OverlappingFileLockException _) {
      // this very program holds it: fall through
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock (%s).".formatted(folder.lock()), e);
    }
    close(channel);
    return null;
  }

  private static String sign(FileChannel channel) throws IOException {
    String owner = ProcessHandle.current().pid() + " " + UUID.randomUUID();
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.US_ASCII)));
    channel.force(true);
    return owner;
  }

  @Override
  public void close() {
    close(channel);
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
