package dev.huozi.formula.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.eval.SeedFormulas;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Printing and parsing again changes nothing.
@Tag("fast")
final class ExprPrinterTest {
  private final long seed = Long.getLong("huozi.seed", System.nanoTime());

  @Test
  void whatIsParsedAndPrintedParsesToTheSame() {
    int compared = 0;
    for (String source : SeedFormulas.all()) {
      ParseResult parsed = Parser.parse(source);
      if (!parsed.hasErrors()) {
        compare(parsed.expression(), source);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(500);
  }

  @Test
  void everyGeneratedTreeIsParsedFromItsPrint() {
    TreeGenerator generator = new TreeGenerator(new Random(seed));
    for (int i = 0; i < 20_000; i++) {
      Expr tree = generator.tree(1 + i % 6);
      compare(tree, "seed " + seed);
    }
  }

  @Test
  void parenthesesStandOnlyWhereTheyAreNeeded() {
    assertThat(printed("((a + b)) * (c * (d))")).isEqualTo("(a + b) * (c * d)");
    assertThat(printed("a - (b - c) - d")).isEqualTo("a - (b - c) - d");
    assertThat(printed("not (a = b) && (c || d)")).isEqualTo("not(a = b) and (c or d)");
    assertThat(printed("-(2^2)")).isEqualTo("-(2 ^ 2)");
    assertThat(printed("- 2 ^ 2")).isEqualTo("-2 ^ 2");
    assertThat(printed("- - a")).isEqualTo("- -a");
    assertThat(printed("IF（金额＞1，“是”，'否'）")).isEqualTo("IF(金额 > 1, \"是\", \"否\")");
    assertThat(printed("[客户 名称].[and] not in (1,2)")).isEqualTo("[客户 名称].[and] not in (1, 2)");
  }

  private static String printed(String source) {
    ParseResult parsed = Parser.parse(source);
    assertThat(parsed.diagnostics()).as(source).isEmpty();
    return ExprPrinter.print(parsed.expression());
  }

  private static void compare(Expr tree, String description) {
    String printed = ExprPrinter.print(tree);
    ParseResult again = Parser.parse(printed);
    assertThat(again.diagnostics()).as("%s: %s", description, printed).isEmpty();
    assertThat(Shape.of(again.expression()))
        .as("%s: %s", description, printed)
        .isEqualTo(Shape.of(tree));
    assertThat(ExprPrinter.print(again.expression())).isEqualTo(printed);
  }
}
