package dev.huozi.formula.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.FunctionRegistry;
import dev.huozi.formula.syntax.Parser;
import dev.huozi.formula.syntax.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Formulas whose names change: with the language, and with renames.
@Tag("fast")
final class FormulaTextTest {
  private static final List<String> PATHS =
      List.of(
          "amount",
          "quantity",
          "code",
          "status",
          "account.name",
          "account.parent.owner.city",
          "owner.name",
          "related",
          "visited_at",
          "unknown",
          "account.unknown.name");

  private final long seed = Long.getLong("huozi.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Shop shop = Shop.store();

  @Test
  void aFormulaIsShownInChineseAndComesBackInEnglish() {
    String source = "IF(LEN(code) > 3 && account.parent.owner.city = \"上海\", amount * 2, null)";
    String chinese = FormulaText.translate(source, shop, Locale.CHINESE);
    assertThat(chinese).isEqualTo("如果(长度([客户 编码]) > 3 && 客户.上级客户.负责人.城市 = \"上海\", 金额 * 2, null)");
    assertThat(FormulaText.translate(chinese, shop, Locale.ENGLISH)).isEqualTo(source);
  }

  @Test
  void spacingCommentsAndRootsSurviveTranslation() {
    String source = "  $User = owner /* 负责人 */\n  and  ROUND ( amount , 2 ) > 1";
    String chinese = FormulaText.translate(source, shop, Locale.CHINESE);
    assertThat(chinese).isEqualTo("  $User = 负责人 /* 负责人 */\n  and  四舍五入 ( 金额 , 2 ) > 1");
    assertThat(FormulaText.translate(chinese, shop, Locale.ENGLISH)).isEqualTo(source);
  }

  @Test
  void everyFunctionComesBackFromItsChineseName() {
    for (FormulaFunction function : FunctionRegistry.standard().functions()) {
      String source = function.name() + "(amount, \"a\")";
      String chinese = FormulaText.translate(source, shop, Locale.CHINESE);
      assertThat(chinese).isNotEqualTo(source);
      assertThat(FormulaText.translate(chinese, shop, Locale.ENGLISH)).isEqualTo(source);
    }
  }

  @Test
  void generatedFormulasComeBackFromChineseAndFromTheirStoredForm() {
    for (int i = 0; i < 5_000; i++) {
      String source = formula(4);
      String chinese = FormulaText.translate(source, shop, Locale.CHINESE);
      assertThat(FormulaText.translate(chinese, shop, Locale.ENGLISH))
          .as("seed %d", seed)
          .isEqualTo(source);
      assertThat(shapeWithoutNames(chinese)).isEqualTo(shapeWithoutNames(source));
      String stored = FormulaText.store(chinese, shop);
      assertThat(FormulaText.show(FormulaText.store(source, shop), FormulaTextTest::fieldOf))
          .as("seed %d", seed)
          .isEqualTo(source);
      assertThat(FormulaText.references(stored))
          .isEqualTo(FormulaText.references(FormulaText.store(source, shop)));
    }
  }

  @Test
  void aRenameReachesEveryFormulaThatRefersToTheField() {
    String stored = FormulaText.store("amount + account.credit /* amount */ & \"amount\"", shop);
    assertThat(stored)
        .isEqualTo("{store_amount} + {store_account}.{account_credit} /* amount */ & \"amount\"");
    assertThat(FormulaText.references(stored))
        .containsExactly("store_amount", "store_account", "account_credit");
    assertThat(FormulaText.show(stored, id -> id.equals("store_amount") ? "合计 金额" : fieldOf(id)))
        .isEqualTo("[合计 金额] + account.credit /* amount */ & \"amount\"");
    assertThat(FormulaText.show("{gone} + 1", _ -> null)).isEqualTo("[#gone] + 1");
  }

  private static String fieldOf(String id) {
    return id.substring(id.indexOf('_') + 1);
  }

  private static String shapeWithoutNames(String source) {
    return Shape.of(Parser.parse(source).expression()).replaceAll("(path|call) [^(]*", "$1");
  }

  private String formula(int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return pick(List.of(pick(PATHS), pick(PATHS), "12.5", "\"文本\"", "true"));
    }
    return switch (random.nextInt(4)) {
      case 0 ->
          "("
              + formula(depth - 1)
              + pick(List.of(" + ", " and ", " <> "))
              + formula(depth - 1)
              + ")";
      case 1 -> "-" + formula(depth - 1);
      default -> call(depth);
    };
  }

  private String call(int depth) {
    String name = pick(FunctionRegistry.standard().functions()).name();
    return java.util.stream.IntStream.range(0, random.nextInt(4))
        .mapToObj(_ -> formula(depth - 1))
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
