package dev.huozi.record.load.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.load.LoadError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks give typed cells; hostile ones are refused before they are opened.
@Tag("fast")
class XlsxSheetTest {
  @TempDir Path folder;

  private Path workbook() throws IOException {
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("数据");
      String[] names = {"名称", "数量", "日期", "时间", "好", "公式"};
      for (int i = 0; i < names.length; i++) {
        sheet.value(0, i, names[i]);
      }
      sheet.value(1, 0, "=1+1");
      sheet.value(1, 1, new java.math.BigDecimal("1234.5"));
      sheet.value(1, 2, LocalDate.of(2024, 2, 29));
      sheet.style(1, 2).format("yyyy-mm-dd").set();
      sheet.value(1, 3, LocalDateTime.of(2024, 2, 29, 9, 30));
      sheet.style(1, 3).format("yyyy/m/d h:mm").set();
      sheet.value(1, 4, true);
      sheet.formula(1, 5, "1+1");
      sheet.value(4, 0, "后来");
      book.newWorksheet("空");
    }
    return file;
  }

  @Test
  void numbers_dates_and_truth_come_in_plain_form_and_texts_as_they_are() throws IOException {
    try (XlsxSheet sheet = new XlsxSheet(workbook(), null)) {
      assertThat(sheet.header()).containsExactly("名称", "数量", "日期", "时间", "好", "公式");
      SheetRow.Cells row = (SheetRow.Cells) sheet.next();
      assertThat(row).isNotNull();
      assertThat(row.line()).isEqualTo(2);
      assertThat(row.texts().subList(0, 5))
          .containsExactly("=1+1", "1234.5", "2024-02-29", "2024-02-29T09:30", "true");
      assertThat(row.cell(0).plain()).isFalse();
      assertThat(row.cell(1).plain()).isTrue();
      SheetRow.Cells later = (SheetRow.Cells) sheet.next();
      assertThat(later).isNotNull();
      assertThat(later.line()).isEqualTo(5);
      assertThat(sheet.next()).isNull();
    }
  }

  @Test
  void sheets_are_found_by_name() throws IOException {
    Path file = workbook();
    assertThat(refusal(file, "空")).isEqualTo(LoadError.LOAD_FILE_EMPTY);
    assertThat(refusal(file, "nowhere")).isEqualTo(LoadError.LOAD_SHEET_UNKNOWN);
  }

  @Test
  void a_thousand_million_shared_strings_are_refused_before_they_are_read() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    byte[] strings = "<si><t/></si>".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      for (int i = 0; i < 1_000; i++) {
        zip.write(strings);
      }
      zip.closeEntry();
    }
    assertThat(refusal(file, null)).isEqualTo(LoadError.LOAD_WORKBOOK_TOO_LARGE);
  }

  @Test
  void a_part_that_unpacks_to_more_than_a_hundred_times_its_size_is_refused() throws IOException {
    Path file = folder.resolve("ratio.xlsx");
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(refusal(file, null)).isEqualTo(LoadError.LOAD_WORKBOOK_TOO_LARGE);
  }

  @Test
  void what_is_no_workbook_or_a_hostile_one_is_refused() throws IOException {
    assertThat(refusal(file("PK nonsense"), null)).isEqualTo(LoadError.LOAD_WORKBOOK_BROKEN);
    for (String part :
        List.of(
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>",
            "<c r=\"ABCDEF1\"/>")) {
      Path file = folder.resolve("hostile.xlsx");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        zip.write(part.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      assertThat(refusal(file, null)).isEqualTo(LoadError.LOAD_WORKBOOK_BROKEN);
    }
    Path many = folder.resolve("many.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(many))) {
      for (int i = 0; i < 3_000; i++) {
        zip.putNextEntry(new ZipEntry("part" + i));
        zip.closeEntry();
      }
    }
    assertThat(refusal(many, null)).isEqualTo(LoadError.LOAD_WORKBOOK_TOO_LARGE);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("text.xlsx"), text);
  }

  private static LoadError refusal(Path file, @Nullable String sheet) {
    var refused = new LoadError[1];
    assertThatThrownBy(() -> new XlsxSheet(file, sheet).close())
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> refused[0] = (LoadError) problem.code());
    return refused[0];
  }
}
