package dev.huozi.record.load.job;

import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlJson;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.file.CsvSheet;
import dev.huozi.record.load.file.JsonLinesSheet;
import dev.huozi.record.load.file.Separator;
import dev.huozi.record.load.file.Sheet;
import dev.huozi.record.load.file.SheetRow;
import dev.huozi.record.load.file.TextProbe;
import dev.huozi.record.load.file.XlsxSheet;
import dev.huozi.record.load.profile.ImportProfile;
import dev.huozi.record.sql.ImportJobRenderer;
import dev.huozi.record.sql.ImportRowRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The files of imports. They are kept in the tenant's schema, in parts, so that any node can go on
/// with any import; a workbook is copied to a temporary file while it is read, as its parts must be
/// found in it.
final class ImportFiles {
  /// Bytes of a file.
  static final long MOST_BYTES = 512L << 20;

  private static final int PART = 512 * 1024;
  private static final int SAMPLE_ROWS = 5;
  private static final String LINES = "ndjson";
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

  private final TenantDatabase database;

  ImportFiles(TenantDatabase database) {
    this.database = database;
  }

  /// Stores the bytes part by part, never more than one in memory, and notes what the file is.
  void receive(Tenant tenant, UUID job, String name, InputStream bytes) throws IOException {
    TextProbe probe = new TextProbe();
    byte[] head = new byte[0];
    long size = 0;
    int number = 0;
    while (true) {
      byte[] part = bytes.readNBytes(PART);
      if (part.length == 0) {
        break;
      }
      head = number == 0 ? part : head;
      size += part.length;
      if (size > MOST_BYTES) {
        throw new ProblemException(
            LoadError.LOAD_FILE_TOO_LARGE, "maximum", (MOST_BYTES >> 20) + " MB");
      }
      if (!starts(head, ZIP)) {
        probe.add(part, part.length);
      }
      int place = number++;
      String content = Base64.getEncoder().encodeToString(part);
      database.inTransaction(
          tenant,
          transaction ->
              transaction.execute(ImportRowRenderer.insertPart(tenant, job, place, content)));
    }
    describe(tenant, job, name, head, size, probe);
  }

  private void describe(
      Tenant tenant, UUID job, String name, byte[] head, long size, TextProbe probe) {
    if (size == 0) {
      throw new ProblemException(LoadError.LOAD_FILE_EMPTY);
    }
    if (starts(head, OLE2)) {
      throw new ProblemException(LoadError.LOAD_FORMAT_UNKNOWN, "name", name);
    }
    boolean workbook = starts(head, ZIP);
    boolean lines = !workbook && isLines(name);
    String encoding = workbook ? null : probe.charset().name();
    String separator =
        encoding == null || lines ? null : separator(head, Charset.forName(encoding));
    ImportJob.File file =
        new ImportJob.File(
            workbook ? "xlsx" : lines ? LINES : "csv",
            encoding,
            separator,
            size,
            null,
            List.of(),
            List.of());
    try (Sheet sheet = open(tenant, job, file, null)) {
      Long total = workbook ? null : Math.max(0, probe.lines() - (lines ? 0 : 1));
      var header = ImportJob.list(sheet.header());
      var sample = Json.mapper().createArrayNode();
      sample(sheet).forEach(row -> sample.add(ImportJob.list(row)));
      database.inTransaction(
          tenant,
          transaction ->
              transaction.execute(
                  ImportJobRenderer.uploaded(
                      tenant,
                      job,
                      Objects.requireNonNull(file.format()),
                      encoding,
                      separator,
                      size,
                      total,
                      new SqlJson(header.toString().replace("\\u0000", "\\ufffd")),
                      new SqlJson(sample.toString().replace("\\u0000", "\\ufffd")))));
    }
  }

  private static List<List<String>> sample(Sheet sheet) {
    List<List<String>> rows = new ArrayList<>();
    for (SheetRow row = sheet.next();
        row != null && rows.size() < SAMPLE_ROWS;
        row = sheet.next()) {
      if (row instanceof SheetRow.Cells cells) {
        rows.add(cells.texts());
      }
    }
    return rows;
  }

  private static String separator(byte[] head, Charset charset) {
    return String.valueOf(Separator.guess(new String(head, charset)));
  }

  private static boolean isLines(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return plain.endsWith(".ndjson") || plain.endsWith(".jsonl");
  }

  private static boolean starts(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && java.util.Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  /// The table in the file, from its beginning.
  Sheet open(Tenant tenant, UUID job, ImportJob.File file, @Nullable ImportProfile profile) {
    if ("xlsx".equals(file.format())) {
      return workbook(tenant, job, profile == null ? null : profile.sheet());
    }
    if (LINES.equals(file.format())) {
      return new JsonLinesSheet(new Parts(tenant, job));
    }
    String encoding =
        profile == null || profile.encoding() == null ? file.encoding() : profile.encoding();
    String separator =
        profile == null || profile.separator() == null ? file.separator() : profile.separator();
    return new CsvSheet(
        () -> new Parts(tenant, job),
        "GB18030".equals(encoding) ? TextProbe.GB18030 : StandardCharsets.UTF_8,
        separator == null || !Separator.isKnown(separator) ? ',' : separator.charAt(0));
  }

  private Sheet workbook(Tenant tenant, UUID job, @Nullable String name) {
    try {
      Path copy = Files.createTempFile("huozi-import", ".xlsx");
      try (InputStream parts = new Parts(tenant, job)) {
        Files.copy(parts, copy, StandardCopyOption.REPLACE_EXISTING);
        return new TemporarySheet(new XlsxSheet(copy, name), copy);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(copy);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A workbook could not be copied.", e);
    }
  }

  /// A sheet whose file goes when it is closed.
  private record TemporarySheet(Sheet sheet, Path file) implements Sheet {
    @Override
    public List<String> header() {
      return sheet.header();
    }

    @Override
    public @Nullable SheetRow next() {
      return sheet.next();
    }

    @Override
    public void close() {
      try {
        sheet.close();
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException("A temporary file could not be removed.", e);
      }
    }
  }

  /// The bytes of a stored file, one part at a time.
  private final class Parts extends InputStream {
    private final Tenant tenant;
    private final UUID job;
    private byte[] part = new byte[0];
    private int at;
    private int next;

    Parts(Tenant tenant, UUID job) {
      this.tenant = tenant;
      this.job = job;
    }

    @Override
    public int read() {
      return fill() ? part[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, part.length - at);
      System.arraycopy(part, at, buffer, offset, count);
      at += count;
      return count;
    }

    /// True when there is a byte to read.
    private boolean fill() {
      if (at < part.length) {
        return true;
      }
      List<String> found =
          database
              .reading(tenant)
              .query(
                  ImportRowRenderer.part(tenant, job, next),
                  row -> Objects.requireNonNull(row.text(0)));
      if (found.isEmpty()) {
        return false;
      }
      part = Base64.getMimeDecoder().decode(found.getFirst());
      at = 0;
      next++;
      return part.length > 0;
    }
  }
}
