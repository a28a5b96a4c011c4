package dev.huozi.ui.account;

import dev.huozi.metadata.sandbox.TenantCopier;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.TenantJob;
import dev.huozi.platform.tenant.TenantJob.Kind;
import dev.huozi.platform.tenant.TenantJobs;
import dev.huozi.platform.tenant.TenantLife;
import dev.huozi.ui.http.HuoziSettings;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Dumps of tenants in the folder `dumps` of this server's home: written there, restored from
/// there. They hold everything, passwords' hashes too: only the server's own user may read them.
@Singleton
public class TenantDumps {
  private static final String SUFFIX = ".dump.zip";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}\\.dump\\.zip");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final int BUFFER = 256 * 1024;

  private final TenantCopier copier;
  private final TenantJobs jobs;
  private final TenantLife life;
  private final Clock clock;
  private final Path folder;

  TenantDumps(
      TenantCopier copier, TenantJobs jobs, TenantLife life, Clock clock, HuoziSettings settings) {
    this.copier = copier;
    this.jobs = jobs;
    this.life = life;
    this.clock = clock;
    this.folder = settings.home().resolve("dumps");
  }

  /// A dump that lies in the folder.
  public record DumpFile(String file, long bytes, Instant madeAt) {}

  /// A dump that is being written.
  public record Started(String file, TenantJob job) {}

  /// Begins to dump a tenant.
  public Started dump(String code) {
    Tenant tenant = life.whole(code);
    String file = code + "-" + STAMP.format(clock.instant()) + SUFFIX;
    TenantJob job =
        jobs.start(
            Kind.DUMP,
            code,
            null,
            progress -> {
              Path part = privateFile(file + ".part");
              try (OutputStream sink =
                  new BufferedOutputStream(
                      Files.newOutputStream(part, StandardOpenOption.WRITE), BUFFER)) {
                copier.dump(tenant, sink, progress);
              } catch (Throwable e) {
                Files.deleteIfExists(part);
                throw e;
              }
              Files.move(part, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
            });
    return new Started(file, job);
  }

  private Path privateFile(String name) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    return Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /// Takes a dump in that somebody sends. It lies in the folder when all of it could be read and is
  /// what a dump must be; nothing is left of it otherwise. The same file sent again is the same
  /// file here.
  ///
  /// @throws ProblemException with the reason why it was refused
  public DumpUpload.Received receive(InputStream bytes) throws IOException {
    Path part = privateFile("upload-" + UUID.randomUUID() + ".part");
    try {
      DumpUpload.Received received = DumpUpload.receive(bytes, part);
      Files.move(
          part,
          folder.resolve(received.file()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return received;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// Removes a file of the folder.
  public void delete(String file) throws IOException {
    Files.deleteIfExists(path(file));
  }

  /// Begins to make a tenant of a dump.
  ///
  /// @param name null for the name in the dump
  public TenantJob restore(String file, String code, @Nullable String name) {
    Path dump = path(file);
    if (life.find(code) != null) {
      throw new ProblemException(PlatformError.TENANT_CODE_TAKEN, "code", code);
    }
    return jobs.start(
        Kind.RESTORE,
        code,
        null,
        progress -> {
          InputStream stream = new BufferedInputStream(Files.newInputStream(dump), BUFFER);
          copier.restore(stream, code, name, progress);
        });
  }

  /// The file of that name in the folder.
  public Path path(String file) {
    if (!NAME.matcher(file).matches() || !Files.isRegularFile(folder.resolve(file))) {
      throw new ProblemException(PlatformError.DUMP_UNKNOWN, "file", file);
    }
    return folder.resolve(file);
  }

  /// What lies in the folder, newest first.
  public List<DumpFile> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .map(TenantDumps::described)
          .sorted(Comparator.comparing(DumpFile::madeAt).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DumpFile described(Path file) {
    try {
      return new DumpFile(
          file.getFileName().toString(),
          Files.size(file),
          Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
