package dev.huozi.ui.account;

import dev.huozi.platform.dump.DumpDigest;
import dev.huozi.platform.dump.DumpFile;
import dev.huozi.platform.dump.DumpManifest;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/// A dump on its way in: written to disk piece by piece, no more than this server can hold, then
/// read from front to back. What is no dump is refused before the database hears of it.
public final class DumpUpload {
  /// Bytes of a file.
  public static final long MOST_BYTES = 8L << 30;

  /// What must stay free for everything else that lives on the disk.
  private static final long KEPT_FREE = 512L << 20;

  private static final int BUFFER = 256 * 1024;
  private static final int LONGEST_CODE = 40;
  private static final int MARK = 8;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private DumpUpload() {}

  /// A dump that was taken in.
  ///
  /// @param file its name in the folder
  /// @param tenant the code that it was made of
  /// @param product version of the program that made it
  /// @param complete false when it holds the model without the records
  public record Received(
      String file,
      long bytes,
      String tenant,
      String name,
      String product,
      Instant madeAt,
      boolean complete,
      DumpDigest digest) {}

  static Received receive(InputStream bytes, Path part) throws IOException {
    MessageDigest hash = sha256();
    long size = write(new DigestInputStream(bytes, hash), part);
    String mark = HexFormat.of().formatHex(hash.digest()).substring(0, MARK);
    try (DumpFile dump =
        new DumpFile(new BufferedInputStream(Files.newInputStream(part), BUFFER))) {
      DumpDigest digest = dump.verify();
      DumpManifest manifest = dump.manifest();
      return new Received(
          file(manifest, mark),
          size,
          manifest.tenant().code(),
          manifest.tenant().name(),
          manifest.product(),
          manifest.madeAt(),
          manifest.complete(),
          digest);
    }
  }

  private static long write(InputStream bytes, Path part) throws IOException {
    long size = 0;
    byte[] buffer = new byte[BUFFER];
    try (OutputStream sink = Files.newOutputStream(part, StandardOpenOption.WRITE)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        size += read;
        if (size > MOST_BYTES) {
          throw new ProblemException(UiError.DUMP_TOO_LARGE, "maximum", (MOST_BYTES >> 30) + " GB");
        }
        if (Files.getFileStore(part).getUsableSpace() < KEPT_FREE) {
          throw new ProblemException(UiError.DUMP_NO_ROOM);
        }
        sink.write(buffer, 0, read);
      }
    }
    return size;
  }

  /// A name of our own: what the sender calls the file, and what stands in it, is only text.
  private static String file(DumpManifest manifest, String mark) {
    String code = manifest.tenant().code().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    String begin = "t" + (code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code);
    String plain = code.matches("[a-z].*") && code.length() <= LONGEST_CODE ? code : begin;
    return plain + "-" + STAMP.format(manifest.madeAt()) + "-" + mark + ".dump.zip";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
