package dev.huozi.platform.dump;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.platform.dump.DumpManifest.DumpedTable;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// A dump in a file, read from front to back and never unpacked to disk. Whatever is not exactly
/// what `DumpFileWriter` writes is refused (`DUMP_DAMAGED`).
public final class DumpFile implements DumpSource, AutoCloseable {
  /// How much a table may be longer than what is packed of it, and from where on that is looked at.
  static final int LARGEST_RATIO = 100;

  static final long UNCHECKED = 1024L * 1024 * 1024;

  private static final int LARGEST_MANIFEST = 64 * 1024 * 1024;
  private static final int BUFFER = 64 * 1024;
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private final long unchecked;
  private final Packed packed;
  private final ZipInputStream zip;
  private final DumpManifest manifest;

  /// Reads the manifest. `stream` belongs to this object from here on.
  public DumpFile(InputStream stream) {
    this(stream, UNCHECKED);
  }

  DumpFile(InputStream stream, long unchecked) {
    this.unchecked = unchecked;
    this.packed = new Packed(stream);
    this.zip = new ZipInputStream(packed, StandardCharsets.UTF_8);
    this.manifest = readManifest();
  }

  @Override
  public DumpManifest manifest() {
    return manifest;
  }

  private DumpManifest readManifest() {
    byte[] text;
    try {
      next(DumpFileWriter.MANIFEST);
      text = zip.readNBytes(LARGEST_MANIFEST + 1);
    } catch (IOException e) {
      throw damaged(e);
    }
    if (text.length > LARGEST_MANIFEST) {
      throw damaged("manifest.json");
    }
    try {
      JsonNode json = Json.mapper().readTree(text);
      int format = json.path("format").asInt(0);
      if (format > DumpManifest.FORMAT) {
        throw new ProblemException(
            PlatformError.DUMP_NEWER, "product", json.path("product").asText("?"));
      }
      DumpManifest read = Json.mapper().treeToValue(json, DumpManifest.class);
      check(read);
      return read;
    } catch (JsonProcessingException | RuntimeException e) {
      throw e instanceof ProblemException problem ? problem : damaged("manifest.json");
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private static void check(DumpManifest manifest) {
    Set<String> names = new HashSet<>();
    for (DumpedTable table : manifest.tables()) {
      boolean plain =
          NAME.matcher(table.name()).matches()
              && table.columns().stream().allMatch(column -> NAME.matcher(column).matches())
              && new HashSet<>(table.columns()).size() == table.columns().size()
              && names.add(table.name());
      if (!plain || table.rows() < 0) {
        throw damaged("manifest.json " + names.size());
      }
    }
  }

  @Override
  public void copy(DumpedTable table, OutputStream sink) {
    try {
      String name = DumpFileWriter.entry(table);
      next(name);
      long start = packed.bytes;
      long unpacked = 0;
      byte[] buffer = new byte[BUFFER];
      for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
        unpacked += read;
        if (unpacked > unchecked && unpacked > (packed.bytes - start) * LARGEST_RATIO) {
          throw new ProblemException(PlatformError.DUMP_BLOATED, "entry", name);
        }
        sink.write(buffer, 0, read);
      }
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /// Reads all of it and keeps nothing: fails on whatever would make a restore fail before the
  /// database is asked.
  public DumpDigest verify() {
    manifest.tables().forEach(table -> copy(table, OutputStream.nullOutputStream()));
    end();
    return DumpDigest.of(manifest.tables());
  }

  @Override
  public void end() {
    try {
      ZipEntry more = zip.getNextEntry();
      if (more != null) {
        throw damaged(more.getName());
      }
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private void next(String name) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    if (entry == null) {
      throw new EOFException(name);
    }
    if (!entry.getName().equals(name)) {
      throw damaged(entry.getName());
    }
  }

  private static ProblemException damaged(IOException e) {
    return damaged(
        e instanceof EOFException || e instanceof ZipException
            ? String.valueOf(e.getMessage())
            : "I/O");
  }

  private static ProblemException damaged(String place) {
    String shown = place.length() > 100 ? place.substring(0, 100) : place;
    return new ProblemException(PlatformError.DUMP_DAMAGED, "place", shown);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException _) {
      // nothing was written
    }
  }

  /// Counts what is really read of the file.
  private static final class Packed extends FilterInputStream {
    private long bytes;

    Packed(InputStream source) {
      super(source);
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      bytes += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] part, int offset, int length) throws IOException {
      int read = in.read(part, offset, length);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
