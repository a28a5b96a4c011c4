package dev.huozi.formula.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.Shop;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What conditions and values look like in SQL, as a file for reading: `translations.txt`.
/// `-Dgolden.update=true` writes it anew.
@Tag("fast")
final class SqlGoldenTest {
  private static final Path FILE =
      Path.of("src/test/resources/dev/huozi/formula/sql/translations.txt");
  private static final SqlSurroundings MOMENT =
      new SqlSurroundings(Instant.parse("2024-05-15T08:30:00Z"), ZoneId.of("Asia/Shanghai"));

  private static final List<String> CONDITIONS =
      List.of(
          "status = \"open\" and amount > 100",
          "owner in (\"00000000-0000-0000-0000-000000000001\")",
          "name < \"m\"",
          "CONTAINS(name, \"盒马\")",
          "NOT(active) or ISBLANK(code)",
          "opened_on >= $Today - 30",
          "status = \"open\" and amount / quantity > 5",
          "amount / quantity > 5 or active",
          "not (VALUE(code) = 1)",
          "MOD(quantity, 2) = 0",
          "YEAR(opened_on) in (2023, 2024)");
  private static final List<String> VALUES =
      List.of(
          "ROUND(amount * quantity * (1 - discount), 2)",
          "amount / 3",
          "FLOOR(amount / quantity)",
          "UPPER(LEFT(name, 3)) & \"-\" & TEXT(quantity)",
          "IF(quantity = 0, 0, amount / quantity)",
          "IFERROR(amount / quantity, 0)",
          "CASE(status, \"open\", 1, \"paused\", 2, 3)",
          "BLANKVALUE(code, name)",
          "DATEVALUE(visited_at) - opened_on");

  @Test
  void translationsAreAsTheyWereRead() throws IOException {
    StringBuilder page = new StringBuilder();
    for (String source : CONDITIONS) {
      CheckedFormula formula =
          Formulas.check(source, Shop.store(), FormulaOptions.filter()).orThrow();
      append(page, source, SqlTranslator.condition(formula, SqlGoldenTest::column, MOMENT));
    }
    for (String source : VALUES) {
      CheckedFormula formula =
          Formulas.check(source, Shop.store(), FormulaOptions.any(BlankMode.BLANK)).orThrow();
      append(page, source, SqlTranslator.value(formula, SqlGoldenTest::column, MOMENT).sql());
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, page);
    }
    assertThat(Files.readString(FILE)).isEqualTo(page.toString());
  }

  private static SqlFragment column(FieldPath path) {
    return SqlFragment.identifier(new SqlIdentifier("c_" + path.last().name()));
  }

  private static void append(StringBuilder page, String source, SqlFragment sql) {
    page.append(source)
        .append("\n  ")
        .append(sql.text())
        .append("\n  ")
        .append(sql.parameters())
        .append("\n\n");
  }
}
