package dev.huozi.platform.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks the server's files, once for each version and folder.
final class PostgresBinaries {
  /// Named after the version of the artifact: a newer one is unpacked beside the old one.
  static final String VERSION = "18.6.0";

  static final String MAJOR_VERSION = "18";

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private PostgresBinaries() {}

  /// The folder that holds `bin`, `lib` and `share` inside `parent`; unpacks when it is not there
  /// yet. Safe when several processes do so at once: the last step is a rename.
  static Path unpackInto(Path parent) {
    Path complete = parent.resolve("postgresql-" + VERSION);
    if (Files.isDirectory(complete)) {
      return complete;
    }
    Path unfinished = parent.resolve(complete.getFileName() + "." + ProcessHandle.current().pid());
    try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
      if (archive == null) {
        throw new IllegalStateException(
            "The embedded PostgreSQL runs on Linux x86-64 only.\nMaybe set HUOZI_DB_URL.");
      }
      Files.createDirectories(parent);
      ServerFolder.deleteTree(unfinished);
      unpack(archive, unfinished);
      rename(unfinished, complete);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack PostgreSQL into (%s).".formatted(parent), e);
    }
    return complete;
  }

  private static void rename(Path unfinished, Path complete) throws IOException {
    try {
      Files.move(unfinished, complete, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(complete)) {
        throw e;
      }
      ServerFolder.deleteTree(unfinished); // another process was faster
    }
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive points outside itself: (%s).".formatted(entry.getName()));
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
