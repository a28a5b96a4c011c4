package dev.huozi.record.load.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.BulkWrite;
import dev.huozi.record.TestModel;
import dev.huozi.record.load.file.SheetRow;
import dev.huozi.record.load.file.SheetRow.Cell;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Cells as people fill them, for every type of field.
@Tag("fast")
class CellReadersTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final TestModel model = TestModel.stores(1);

  /// JSON, or the code of the fault.
  private String read(ImportProfile.Formats formats, String field, String text, boolean plain) {
    FieldModel found = model.known("store").field(field);
    assertThat(found).isNotNull();
    return switch (new CellReaders(formats, model, SHANGHAI)
        .of(found, null, null)
        .read(new Cell(text, plain))) {
      case CellValue.Read(var json) -> json.toString();
      case CellValue.Unreadable(var code) -> code.name();
    };
  }

  private String read(String field, String text) {
    return read(ImportProfile.Formats.USUAL, field, text, false);
  }

  @Test
  void numbers_have_groups_signs_brackets_and_currency_marks() {
    assertThat(read("qty", "1,234,567.50")).isEqualTo("1234567.50");
    assertThat(read("qty", "-12")).isEqualTo("-12");
    assertThat(read("qty", "(12.5)")).isEqualTo("-12.5");
    assertThat(read("price", "￥1,000")).isEqualTo("1000");
    assertThat(read("price", "-$3.5")).isEqualTo("-3.5");
    assertThat(read("share", "12.5%")).isEqualTo("0.125");
    assertThat(read("share", "0.125")).isEqualTo("0.125");
    assertThat(read("qty", ".5")).isEqualTo("0.5");
    for (String text :
        List.of("1,23", "12%", "1.2.3", "x", "--1", "1e5", ".", "1 000", "9".repeat(101))) {
      assertThat(read("qty", text)).as(text).isEqualTo("LOAD_NUMBER");
    }
    ImportProfile.Formats german = new ImportProfile.Formats(null, ",", ".", null);
    assertThat(read(german, "qty", "1.234,5", false)).isEqualTo("1234.5");
    assertThat(read(german, "qty", "1234.5", true)).isEqualTo("1234.5");
  }

  @Test
  void days_are_days_of_the_calendar_in_the_formats_of_the_profile() {
    for (String text :
        List.of(
            "2024-02-29",
            "2024/2/29",
            "2024.2.29",
            "2024年2月29日",
            "20240229",
            "2024-02-29 00:00:00",
            "2024-02-29T00:00:00")) {
      assertThat(read("opened", text)).as(text).isEqualTo("\"2024-02-29\"");
    }
    for (String text :
        List.of(
            "2024-02-30",
            "2024/2/30",
            "2023-02-29",
            "29/2/2024",
            "2024-02-29 09:00",
            "yesterday",
            "0000-01-01")) {
      assertThat(read("opened", text)).as(text).isEqualTo("LOAD_DATE");
    }
    ImportProfile.Formats british =
        new ImportProfile.Formats(List.of("d/M/yyyy"), null, null, null);
    assertThat(read(british, "opened", "29/2/2024", false)).isEqualTo("\"2024-02-29\"");
    assertThatThrownBy(() ->
            read(
                new ImportProfile.Formats(List.of("quarter"), null, null, null),
                "opened",
                "x",
                false))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void moments_are_where_the_tenant_is_unless_they_say_otherwise() {
    assertThat(read("seen", "2024-02-29 09:30")).isEqualTo("\"2024-02-29T01:30:00Z\"");
    assertThat(read("seen", "2024/2/29 9:30:15")).isEqualTo("\"2024-02-29T01:30:15Z\"");
    assertThat(read("seen", "2024-02-29T09:30:00+01:00")).isEqualTo("\"2024-02-29T08:30:00Z\"");
    assertThat(read("seen", "2024-02-29")).isEqualTo("\"2024-02-28T16:00:00Z\"");
    assertThat(read("seen", "2024-02-29 25:00")).isEqualTo("LOAD_DATETIME");
  }

  @Test
  void options_are_found_by_code_or_by_label_in_any_language() {
    assertThat(read("channel", "MT")).isEqualTo("\"MT\"");
    assertThat(read("channel", "标签GT")).isEqualTo("\"GT\"");
    assertThat(read("channel", "label gt")).isEqualTo("\"GT\"");
    assertThat(read("channel", "nothing like it")).isEqualTo("\"nothing like it\"");
  }

  @Test
  void yes_and_no_in_both_languages() {
    assertThat(read("open", "是")).isEqualTo("true");
    assertThat(read("open", "No")).isEqualTo("false");
    assertThat(read("open", "maybe")).isEqualTo("LOAD_BOOLEAN");
  }

  @Test
  void texts_come_back_from_the_guard_against_formulas_as_they_were() {
    for (String text :
        List.of(
            "=1+1", "'=1+1", "''=1", "+86", "-", "@x", "＝1", "\tx", "'quoted'", "plain", "'", "")) {
      assertThat(FormulaGuard.remove(FormulaGuard.add(text))).isEqualTo(text);
    }
    assertThat(FormulaGuard.add("=1")).isEqualTo("'=1");
    assertThat(FormulaGuard.add("'quoted'")).isEqualTo("'quoted'");
    assertThat(read("phone", "'+86 138")).isEqualTo("\"+86 138\"");
  }

  @Test
  void columns_are_proposed_by_label_in_either_language_or_by_name() {
    ImportProfile proposed =
        Mapping.propose(
            List.of("「name」", "QTY", "email*", "Dealer", "unknown", "score", "created_at"),
            model.known("store"),
            model);
    ImportProfile.Target target = proposed.targets().getFirst();
    assertThat(target.columns())
        .extracting(ImportProfile.Column::field)
        .containsExactly("name", "qty", "email", "dealer");
    assertThat(target.columns().getLast().by()).isEqualTo("code");
    assertThat(target.key()).isEqualTo("email");
    assertThat(target.mode()).isEqualTo(BulkWrite.Mode.UPSERT);
    assertThat(Mapping.signature(List.of("A b", "c")))
        .isEqualTo(Mapping.signature(List.of("C", "ab")));
  }

  @Test
  void a_profile_is_checked_as_a_whole() {
    ImportProfile profile =
        profile(
            "store",
            "email",
            column("a", "name", null),
            column("b", "name", null),
            column("c", "score", null),
            column("d", "nonsense", null),
            column("e", "dealer", "grade"),
            column("nowhere", "qty", null));
    assertThatThrownBy(
            () -> LoadPlanner.plan(profile, List.of("a", "b", "c", "d", "e"), model, SHANGHAI))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.issues())
                    .extracting(Issue::code)
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder(
                        "LOAD_FIELD_TWICE",
                        "LOAD_FIELD_READ_ONLY",
                        "RECORD_FIELD_UNKNOWN",
                        "LOAD_REFERENCE_KEY",
                        "LOAD_COLUMN_UNKNOWN",
                        "LOAD_KEY_UNMAPPED"));
  }

  @Test
  void a_row_becomes_values_and_faults_and_a_blank_part_is_left_out() {
    LoadPlan plan =
        LoadPlanner.plan(
            profile(
                "store",
                null,
                column("a", "name", null),
                column("b", "qty", null),
                column("c", "dealer", "code")),
            List.of("a", "b", "c"),
            model,
            SHANGHAI);
    LoadPlan.Shaped shaped = LoadPlan.shape(plan.targets().getFirst(), row("x", "1,5", "D-1"));
    assertThat(shaped.values()).hasToString("{\"name\":\"x\",\"dealer\":{\"code\":\"D-1\"}}");
    assertThat(shaped.faults()).extracting(LoadPlan.CellFault::text).containsExactly("1,5");
    assertThat(LoadPlan.shape(plan.targets().getFirst(), row("", " ", "")).values()).isNull();
  }

  private static SheetRow.Cells row(String... texts) {
    return new SheetRow.Cells(
        2, java.util.Arrays.stream(texts).map(text -> new Cell(text, false)).toList());
  }

  private static ImportProfile.Column column(String column, String field, @Nullable String by) {
    return new ImportProfile.Column(column, field, by, null);
  }

  private static ImportProfile profile(
      String object, @Nullable String key, ImportProfile.Column... columns) {
    return new ImportProfile(
        null,
        null,
        null,
        null,
        List.of(new ImportProfile.Target(object, null, key, false, false, List.of(columns))));
  }
}
