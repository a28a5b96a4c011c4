package dev.huozi.record.load.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.load.LoadError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever people call CSV is read, or its bad lines are named.
@Tag("fast")
class CsvSheetTest {
  private static CsvSheet sheet(String text) {
    return sheet(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static CsvSheet sheet(byte[] bytes, Charset charset) {
    String head = new String(bytes, 0, Math.min(bytes.length, 1000), charset);
    return new CsvSheet(() -> new ByteArrayInputStream(bytes), charset, Separator.guess(head));
  }

  /// `line: a|b`, or `line! CODE`.
  private static List<String> rows(CsvSheet sheet) {
    List<String> rows = new ArrayList<>();
    for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
      rows.add(
          switch (row) {
            case SheetRow.Cells cells -> cells.line() + ": " + String.join("|", cells.texts());
            case SheetRow.Values values -> values.line() + ": " + values.values();
            case SheetRow.Broken broken -> broken.line() + "! " + broken.issue().code();
          });
    }
    return rows;
  }

  private static LoadError refusal(String text) {
    try {
      rows(sheet(text));
      throw new AssertionError("not refused");
    } catch (ProblemException problem) {
      return (LoadError) problem.code();
    }
  }

  @Test
  void every_line_end_and_quotes_over_several_lines_are_counted_as_an_editor_counts() {
    CsvSheet sheet = sheet("a,b\r\n1,\"x\ny\"\r\n\n2,\"say \"\"hi\"\"\"\r3,z\n");
    assertThat(sheet.header()).containsExactly("a", "b");
    assertThat(rows(sheet)).containsExactly("2: 1|x\ny", "5: 2|say \"hi\"", "6: 3|z");
  }

  @Test
  void the_mark_before_utf8_is_no_part_of_the_first_name() {
    assertThat(sheet("\ufeff客户,金额\n甲,1\n").header()).containsExactly("客户", "金额");
  }

  @Test
  void gb18030_is_told_from_utf8_even_when_only_the_last_character_tells() {
    String text = "客户;金额\n" + "abc;1\n".repeat(5_000) + "𠮷野家;2\n";
    byte[] bytes = text.getBytes(TextProbe.GB18030);
    assertThat(probe(bytes, 7).charset()).isEqualTo(TextProbe.GB18030);
    CsvSheet sheet = sheet(bytes, TextProbe.GB18030);
    assertThat(sheet.header()).containsExactly("客户", "金额");
    assertThat(rows(sheet)).hasSize(5_001).last().isEqualTo("5002: 𠮷野家|2");

    byte[] late = ("a,b\n" + "1,2\n".repeat(300_000) + "甲,2\n").getBytes(TextProbe.GB18030);
    assertThat(probe(late, 8192).charset()).isEqualTo(TextProbe.GB18030);
    assertThat(probe(text.getBytes(StandardCharsets.UTF_8), 3).charset())
        .isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void other_encodings_and_half_characters_are_refused() {
    for (byte[] bytes :
        List.of(
            "a,b".getBytes(StandardCharsets.UTF_16),
            "a,b".getBytes(StandardCharsets.UTF_16LE).length > 0
                ? new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0}
                : new byte[0],
            new byte[] {'a', (byte) 0x81},
            new byte[] {'a', (byte) 0xff, (byte) 0xff, 'b'})) {
      assertThatThrownBy(() -> probe(bytes, 2).charset()).isInstanceOf(ProblemException.class);
    }
  }

  private static TextProbe probe(byte[] bytes, int piece) {
    TextProbe probe = new TextProbe();
    byte[] buffer = new byte[piece];
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        probe.add(buffer, read);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return probe;
  }

  @Test
  void lines_are_counted_while_they_go_by() {
    assertThat(probe("a\r\nb\rc\nd".getBytes(StandardCharsets.UTF_8), 2).lines()).isEqualTo(4);
    assertThat(probe("a\nb\n".getBytes(StandardCharsets.UTF_8), 1).lines()).isEqualTo(2);
  }

  @Test
  void a_broken_quote_costs_its_own_line_only() {
    CsvSheet sheet =
        sheet("a,b\n1,x\n2,\"y\"z\n3,ok\n4,\"open\n5,ok\n6,\"fine\"\n7,\"never closed\n8,last\n");
    assertThat(rows(sheet))
        .containsExactly(
            "2: 1|x",
            "3! LOAD_QUOTE_BROKEN",
            "4: 3|ok",
            "5! LOAD_QUOTE_BROKEN",
            "6: 5|ok",
            "7: 6|fine",
            "8! LOAD_QUOTE_BROKEN",
            "9: 8|last");
  }

  @Test
  void a_quote_that_swallows_a_large_file_is_found_without_holding_the_file() {
    String text = "a,b\n1,\"open\n" + "2,fine\n".repeat(400_000);
    List<String> rows = rows(sheet(text));
    assertThat(rows.getFirst()).isEqualTo("2! LOAD_QUOTE_BROKEN");
    assertThat(rows).hasSize(400_001).last().isEqualTo("400002: 2|fine");
  }

  @Test
  void a_failure_of_the_storage_is_no_fault_of_the_line() {
    InputStream failing =
        new InputStream() {
          private int left = 20_000;

          @Override
          public int read() {
            if (--left < 0) {
              throw new IllegalStateException("storage");
            }
            return left % 4 == 0 ? '\n' : 'a';
          }
        };
    CsvSheet sheet = new CsvSheet(() -> failing, StandardCharsets.UTF_8, ',');
    assertThatThrownBy(() -> rows(sheet)).hasMessage("storage");
  }

  @Test
  void a_file_with_a_hundred_broken_lines_is_refused() {
    assertThat(refusal("a,b\n" + "1,\"x\"y\n".repeat(101))).isEqualTo(LoadError.LOAD_TOO_BROKEN);
  }

  @Test
  void surplus_cells_are_told_and_missing_ones_are_blank() {
    CsvSheet sheet = sheet("a,b\n1\n1,2,\n1,2,3\n,\n");
    assertThat(rows(sheet)).containsExactly("2: 1", "3: 1|2", "4! LOAD_CELLS_TOO_MANY");
  }

  @Test
  void ten_thousand_columns_no_header_and_names_that_repeat_are_refused() {
    assertThat(refusal("c,".repeat(10_000) + "c\n")).isEqualTo(LoadError.LOAD_COLUMNS_TOO_MANY);
    assertThat(refusal("c,".repeat(100_000) + "c\n")).isEqualTo(LoadError.LOAD_QUOTE_BROKEN);
    assertThat(refusal("")).isEqualTo(LoadError.LOAD_FILE_EMPTY);
    assertThat(refusal(" , \n1,2\n")).isEqualTo(LoadError.LOAD_HEADER_MISSING);
    assertThat(refusal("a,b,A\n")).isEqualTo(LoadError.LOAD_COLUMN_REPEATED);
  }

  @Test
  void lines_of_json_name_their_fields_themselves() {
    byte[] lines =
        "\ufeff{\"a\": 1.50}\r\n\n[]\n{\"a\": \n{\"b\": \"客\"}".getBytes(StandardCharsets.UTF_8);
    List<String> rows = new ArrayList<>();
    try (JsonLinesSheet sheet = new JsonLinesSheet(new ByteArrayInputStream(lines))) {
      assertThat(sheet.header()).isEmpty();
      for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
        rows.add(
            switch (row) {
              case SheetRow.Values values -> values.line() + ": " + values.values();
              case SheetRow.Broken broken -> broken.line() + "! " + broken.issue().code();
              case SheetRow.Cells cells -> cells.toString();
            });
      }
    }
    assertThat(rows)
        .containsExactly(
            "1: {\"a\":1.50}", "3! LOAD_NO_OBJECT", "4! MALFORMED", "5: {\"b\":\"客\"}");
  }

  @Test
  void nul_characters_are_handed_on_for_the_field_to_judge() {
    assertThat(rows(sheet("a,b\n1,x\0y\n"))).containsExactly("2: 1|x\0y");
  }

  @Test
  void the_separator_is_the_one_that_divides_the_first_line() {
    assertThat(Separator.guess("a;\"b,c,d,e\";f\n1,2,3,4,5")).isEqualTo(';');
    assertThat(Separator.guess("a\tb")).isEqualTo('\t');
    assertThat(Separator.guess("a")).isEqualTo(',');
  }
}
