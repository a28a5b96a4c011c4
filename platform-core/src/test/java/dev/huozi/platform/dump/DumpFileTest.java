package dev.huozi.platform.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.huozi.platform.dump.DumpManifest.DumpedAccount;
import dev.huozi.platform.dump.DumpManifest.DumpedTable;
import dev.huozi.platform.dump.DumpManifest.PackVersion;
import dev.huozi.platform.dump.DumpManifest.Sequence;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.SortCollation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The file of a dump: comes out as it went in, or is refused with the reason.
@Tag("fast")
class DumpFileTest {
  private static final DumpedTable FIRST =
      new DumpedTable("component", List.of("id", "body"), 3, "1-2", 100);
  private static final DumpedTable SECOND = new DumpedTable("o_1", List.of("id"), 1, "3-4", 100);
  private static final byte[] ROWS = "rows of a table".getBytes(StandardCharsets.UTF_8);

  private static DumpManifest manifest(int format, DumpedTable... tables) {
    return new DumpManifest(
        format,
        "0.1.0",
        Instant.EPOCH,
        new DumpManifest.Owner("a", "A", "Asia/Shanghai", "CNY", SortCollation.ZH, "zh-CN"),
        "f00",
        7,
        true,
        List.of(tables),
        List.of(new Sequence("outbox_id_seq", 4, true)),
        List.of(
            new DumpedAccount(
                new UUID(0, 1), new UUID(0, 2), "li", "李", "ADMIN", true, null, "hash")),
        List.of(new PackVersion("system", "1.0.0")));
  }

  private record Source(DumpManifest manifest) implements DumpSource {
    @Override
    public void copy(DumpedTable table, OutputStream sink) {
      try {
        sink.write(table.name().getBytes(StandardCharsets.UTF_8));
        sink.write(ROWS);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static byte[] written(DumpManifest manifest) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DumpFileWriter.write(new Source(manifest), file, CopyProgress.NOBODY);
    return file.toByteArray();
  }

  /// Reads everything, as a restore does.
  private static Map<String, String> read(byte[] file) {
    return read(new DumpFile(new ByteArrayInputStream(file)));
  }

  private static Map<String, String> read(DumpFile file) {
    try (file) {
      Map<String, String> rows = new LinkedHashMap<>();
      for (DumpedTable table : file.manifest().tables()) {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        file.copy(table, sink);
        rows.put(table.name(), sink.toString(StandardCharsets.UTF_8));
      }
      file.end();
      return rows;
    }
  }

  private static byte[] zip(String... namesAndTexts) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static String text(DumpManifest manifest) {
    return Json.write(manifest);
  }

  private static void refused(PlatformError code, byte[] file) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(file))
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  void what_is_written_is_read() {
    DumpManifest manifest = manifest(DumpManifest.FORMAT, FIRST, SECOND);
    byte[] file = written(manifest);
    try (DumpFile read = new DumpFile(new ByteArrayInputStream(file))) {
      assertThat(read.manifest()).isEqualTo(manifest);
    }
    assertThat(read(file))
        .containsEntry("component", "componentrows of a table")
        .containsEntry("o_1", "o_1rows of a table");
    assertThat(manifest.accounts().getFirst().toString()).doesNotContain("hash");
  }

  @Test
  void a_whole_file_is_verified_without_a_database_and_says_what_it_holds() {
    byte[] file = written(manifest(DumpManifest.FORMAT, FIRST, SECOND));
    DumpDigest digest = verified(file);
    assertThat(digest.tables()).isEqualTo(2);
    assertThat(digest.rows()).isEqualTo(4);
    assertThat(digest).isEqualTo(DumpDigest.of(List.of(SECOND, FIRST)));
    DumpedTable changed = new DumpedTable("o_1", List.of("id"), 1, "3-5", 100);
    assertThat(DumpDigest.of(List.of(FIRST, changed)).checksum()).isNotEqualTo(digest.checksum());
    byte[] more = Arrays.copyOf(file, file.length);
    more[new String(file, StandardCharsets.ISO_8859_1).indexOf("o_1.copy") + 10] ^= 1;
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> verified(more));
  }

  private static DumpDigest verified(byte[] file) {
    try (DumpFile read = new DumpFile(new ByteArrayInputStream(file))) {
      return read.verify();
    }
  }

  @Test
  void a_file_that_ends_early_is_refused_wherever_that_is() {
    byte[] file = written(manifest(DumpManifest.FORMAT, FIRST, SECOND));
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int directory = text.indexOf("PK\u0001\u0002");
    assertThat(directory).isPositive();
    for (int length = 0; length < directory; length++) {
      refused(PlatformError.DUMP_DAMAGED, Arrays.copyOf(file, length));
    }
  }

  @Test
  void other_names_and_other_orders_are_refused() {
    DumpManifest manifest = manifest(DumpManifest.FORMAT, FIRST, SECOND);
    refused(PlatformError.DUMP_DAMAGED, zip("../manifest.json", text(manifest)));
    refused(
        PlatformError.DUMP_DAMAGED,
        zip("manifest.json", text(manifest), "tables/o_1.copy", "", "tables/component.copy", ""));
    refused(
        PlatformError.DUMP_DAMAGED,
        zip("manifest.json", text(manifest), "tables/../../etc/passwd", ""));
    refused(
        PlatformError.DUMP_DAMAGED,
        zip(
            "manifest.json",
            text(manifest(DumpManifest.FORMAT, FIRST)),
            "tables/component.copy",
            "",
            "tables/more.copy",
            ""));
  }

  @Test
  void a_manifest_that_is_none_is_refused() {
    refused(PlatformError.DUMP_DAMAGED, zip("manifest.json", "{\"format\": 1}"));
    refused(PlatformError.DUMP_DAMAGED, zip("manifest.json", "no json"));
    refused(PlatformError.DUMP_DAMAGED, "not a zip".getBytes(StandardCharsets.UTF_8));
    for (String name : List.of("a\"; drop table x; --", "", "A", "a.b", "客户", "a\u0000")) {
      DumpedTable odd = new DumpedTable(name, List.of("id"), 1, "1", 1);
      refused(PlatformError.DUMP_DAMAGED, zip("manifest.json", text(manifest(1, odd)), "x", ""));
      DumpedTable column = new DumpedTable("t", List.of("id", name), 1, "1", 1);
      refused(PlatformError.DUMP_DAMAGED, zip("manifest.json", text(manifest(1, column)), "x", ""));
    }
    refused(
        PlatformError.DUMP_DAMAGED, zip("manifest.json", text(manifest(1, FIRST, FIRST)), "x", ""));
  }

  @Test
  void a_newer_format_is_refused_whatever_else_it_holds() {
    refused(
        PlatformError.DUMP_NEWER,
        zip("manifest.json", "{\"format\": 2, \"product\": \"9.9\", \"tables\": 17}"));
  }

  @Test
  void a_bomb_is_refused() {
    byte[] file =
        zip(
            "manifest.json",
            text(manifest(1, FIRST)),
            "tables/component.copy",
            "0".repeat(10_000_000));
    assertThat(file.length).isLessThan(100_000);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(new DumpFile(new ByteArrayInputStream(file), 1_000_000)))
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(PlatformError.DUMP_BLOATED));
  }
}
