package dev.huozi.formula.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.Shop;
import dev.huozi.platform.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How findings look, as a file for reading: `carets.txt`. `-Dgolden.update=true` writes it anew.
@Tag("fast")
final class CaretPrinterTest {
  private static final Path FILE =
      Path.of("src/test/resources/dev/huozi/formula/diagnostic/carets.txt");
  private static final List<String> SOURCES =
      List.of(
          "quantity & name",
          "名称 & 数量",
          "\"合计:\" & 金额 & \"元\"",
          "IF(启用，名称，数量）",
          "\"🙂🙂\" & quantity",
          "\"e\u0301\" & quantity",
          "\"ｱｲｳ한국\" & quantity",
          "\tquantity\t& name",
          "IF(\n  active,\n  名称 & 数量,\n  \"\"\n)",
          "IF(active,\r\n  name & quantity,\r\n  \"\")",
          "quantity + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + name + 17 + 18 + 19 + 20"
              + " + 21 + 22 + 23 + 24 + 25 + 26 + 27 + 28 + 29",
          "\"门店\" & \"门店\" & \"门店\" & \"门店\" & \"门店\" & \"门店\" & \"门店\" & \"门店\" & 数量 & \"门店\" & \"门店\"",
          "LEN(",
          "",
          "amuont + quantitiy + 数");

  private final CaretPrinter printer = new CaretPrinter(new Messages());

  @Test
  void caretsStandBelowWhatIsMeant() throws IOException {
    StringBuilder shown = new StringBuilder();
    for (String source : SOURCES) {
      shown
          .append("=== ")
          .append(source.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t"))
          .append('\n');
      for (Diagnostic each :
          Formulas.check(source, Shop.store(), FormulaOptions.any(BlankMode.ZERO)).diagnostics()) {
        Locale language = source.chars().anyMatch(c -> c > 255) ? Locale.CHINESE : Locale.ENGLISH;
        shown.append(printer.print(each, source, language)).append('\n');
      }
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, shown);
    }
    assertThat(Files.readString(FILE)).isEqualTo(shown.toString());
  }

  @Test
  void wideCharactersTakeTwoColumnsAndMarksNone() {
    assertThat(CaretPrinter.width("abc")).isEqualTo(3);
    assertThat(CaretPrinter.width("活字（）")).isEqualTo(8);
    assertThat(CaretPrinter.width("한국ｱ")).isEqualTo(5);
    assertThat(CaretPrinter.width("🙂𠮷")).isEqualTo(4);
    assertThat(CaretPrinter.width("e\u0301\u200D")).isEqualTo(1);
  }
}
