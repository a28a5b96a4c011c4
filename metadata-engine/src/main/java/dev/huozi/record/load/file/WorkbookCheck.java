package dev.huozi.record.load.file;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.load.LoadError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Refuses workbooks that would fill the memory: unpacks every part once, to nowhere, and counts
/// what really comes out of it. What the archive says of itself is not believed.
final class WorkbookCheck {
  private static final int MOST_ENTRIES = 2_000;
  private static final long MOST_BYTES = 4L << 30;
  private static final long MOST_BYTES_OF_STRINGS = 64L << 20;
  private static final long MOST_BYTES_OF_OTHERS = 16L << 20;
  private static final int MOST_STRINGS = 1_000_000;
  private static final long SMALL = 16L << 20;
  private static final int MOST_RATIO = 100;
  private static final int LONGEST_COLUMN_NAME = 3;
  private static final int BUFFER = 64 * 1024;

  private final long packed;
  private long unpacked;

  private WorkbookCheck(long packed) {
    this.packed = packed;
  }

  /// @throws ProblemException `LOAD_WORKBOOK_TOO_LARGE`, `LOAD_WORKBOOK_BROKEN`
  static void check(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      new WorkbookCheck(Files.size(file)).check(zip);
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemException(LoadError.LOAD_WORKBOOK_BROKEN, Map.of(), List.of(), e);
    }
  }

  private void check(ZipFile zip) throws IOException {
    if (zip.size() > MOST_ENTRIES) {
      throw tooLarge("parts", MOST_ENTRIES);
    }
    Set<String> names = new HashSet<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (!names.add(entry.getName()) || entry.getName().contains("..")) {
        throw new ProblemException(LoadError.LOAD_WORKBOOK_BROKEN);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        unpack(entry.getName(), in);
      }
    }
  }

  private void unpack(String name, InputStream in) throws IOException {
    boolean strings = name.endsWith("sharedStrings.xml");
    boolean sheet = name.contains("worksheets/");
    long limit = strings ? MOST_BYTES_OF_STRINGS : sheet ? MOST_BYTES : MOST_BYTES_OF_OTHERS;
    PartScan scan = new PartScan();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes += read;
      unpacked += read;
      if (bytes > limit) {
        throw tooLarge(strings ? "bytes of texts" : "bytes", limit);
      }
      if (unpacked > SMALL && unpacked / MOST_RATIO > packed) {
        throw tooLarge("times its packed size", MOST_RATIO);
      }
      scan.add(buffer, read);
      if (strings && scan.items > MOST_STRINGS) {
        throw tooLarge("texts", MOST_STRINGS);
      }
      if (scan.doctype || sheet && scan.longestColumn > LONGEST_COLUMN_NAME) {
        throw new ProblemException(LoadError.LOAD_WORKBOOK_BROKEN);
      }
    }
  }

  private static ProblemException tooLarge(String what, long limit) {
    return new ProblemException(LoadError.LOAD_WORKBOOK_TOO_LARGE, "what", what, "maximum", limit);
  }

  /// Looks for a few marks in XML that goes by, without reading it as XML.
  private static final class PartScan {
    private int items;
    private boolean doctype;
    private int longestColumn;
    private int letters = -1;
    private long window;

    void add(byte[] buffer, int length) {
      for (int i = 0; i < length; i++) {
        int b = buffer[i] & 0xff;
        window = window << 8 | b;
        if ((window & 0xffffffL) == ('<' << 16 | 's' << 8 | 'i')) {
          items++;
        }
        doctype |= (window & 0xffffffffffL) == 0x3c21444f43L; // <!DOC
        column(b);
      }
    }

    /// The letters after ` r="`: the name of a cell's column.
    private void column(int b) {
      if ((window & 0xffffffffL) == (' ' << 24 | 'r' << 16 | '=' << 8 | '"')) {
        letters = 0;
      } else if (letters >= 0 && b >= 'A' && b <= 'Z') {
        letters++;
        longestColumn = Math.max(longestColumn, letters);
      } else {
        letters = -1;
      }
    }
  }
}
