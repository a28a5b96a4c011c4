package dev.huozi.platform.dump;

import dev.huozi.platform.dump.CopyProgress.Step;
import dev.huozi.platform.dump.DumpManifest.DumpedTable;
import dev.huozi.platform.json.Json;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a dump as one ZIP file: the manifest, then a file for each table in the manifest's order.
public final class DumpFileWriter {
  static final String MANIFEST = "manifest.json";
  static final String FOLDER = "tables/";
  static final String SUFFIX = ".copy";

  private DumpFileWriter() {}

  static String entry(DumpedTable table) {
    return FOLDER + table.name() + SUFFIX;
  }

  /// `sink` stays open.
  public static void write(DumpSource source, OutputStream sink, CopyProgress progress) {
    try {
      Packed packed = new Packed(sink);
      ZipOutputStream zip = new ZipOutputStream(packed, StandardCharsets.UTF_8);
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(Json.write(source.manifest()).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      long total = source.manifest().rows();
      long done = 0;
      for (DumpedTable table : source.manifest().tables()) {
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(entry(table)));
        OutputStream counted = new Counted(zip, table, done, total, progress);
        source.copy(table, new Plausible(counted, zip, packed));
        zip.closeEntry();
        done += table.rows();
        progress.at(Step.COPYING, done, total);
      }
      zip.finish();
      progress.digested(DumpDigest.of(source.manifest().tables()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whoever reads the file refuses what unpacks to far more than it is (`DumpFile`). Rows that are
  /// really so much alike are packed less.
  private static final class Plausible extends FilterOutputStream {
    private static final long EVERY = DumpFile.UNCHECKED / 16;

    private final ZipOutputStream zip;
    private final Packed packed;
    private final long start;
    private long written;

    Plausible(OutputStream sink, ZipOutputStream zip, Packed packed) {
      super(sink);
      this.zip = zip;
      this.packed = packed;
      this.start = packed.bytes;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (written / EVERY != (written + length) / EVERY) {
        boolean alike = written > (packed.bytes - start) * DumpFile.LARGEST_RATIO / 2;
        zip.setLevel(alike ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
      }
      written += length;
      out.write(bytes, offset, length);
    }
  }

  /// Counts what really goes into the file.
  private static final class Packed extends FilterOutputStream {
    private long bytes;

    Packed(OutputStream sink) {
      super(sink);
    }

    @Override
    public void write(byte[] part, int offset, int length) throws IOException {
      bytes += length;
      out.write(part, offset, length);
    }
  }
}
