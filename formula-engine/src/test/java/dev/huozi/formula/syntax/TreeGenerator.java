package dev.huozi.formula.syntax;

import dev.huozi.formula.diagnostic.SourceSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Surface trees of every shape that a parser can give.
final class TreeGenerator {
  private static final SourceSpan NOWHERE = new SourceSpan(0, 0);
  private static final String[] NAMES = {
    "amount", "金额", "客户 名称", "a]b", "］", "[", "and", "NOT", "null", "真", "1st", "$User", "x_1",
    "a.b", "🙂", "IF", "e\u0301", "-", "\"", "/*", "ﬀ", "名称（旧）"
  };
  private static final String[] CALLS = {"IF", "如果", "not", "AND", "len", "unknown", "在"};
  private static final String[] TEXTS = {
    "",
    "a",
    "\"",
    "\\",
    "\n\r\t\b\f",
    "\\d+",
    "“”",
    "'",
    "盒马🙂",
    "/* */",
    "\0",
    "[",
    "{1}",
    "\u2028"
  };

  private final Random random;

  TreeGenerator(Random random) {
    this.random = random;
  }

  Expr tree(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(8)) {
      case 0 -> leaf();
      case 1, 2, 3 -> {
        BinaryOperator operator = pick(BinaryOperator.values());
        yield new Expr.Binary(operator, tree(depth - 1), tree(depth - 1), NOWHERE, NOWHERE);
      }
      case 4 -> new Expr.Unary(pick(UnaryOperator.values()), tree(depth - 1), NOWHERE);
      case 5 -> new Expr.In(tree(depth - 1), list(depth, 1), random.nextBoolean(), NOWHERE);
      default -> new Expr.Call(pick(CALLS), NOWHERE, list(depth, 0), NOWHERE);
    };
  }

  private List<Expr> list(int depth, int least) {
    List<Expr> list = new ArrayList<>();
    for (int i = least + random.nextInt(3); i > 0; i--) {
      list.add(tree(depth - 1));
    }
    return list;
  }

  private Expr leaf() {
    return switch (random.nextInt(6)) {
      case 0 -> new Expr.NumberLiteral(number(), NOWHERE);
      case 1 -> new Expr.TextLiteral(pick(TEXTS), NOWHERE);
      case 2 -> new Expr.BooleanLiteral(random.nextBoolean(), NOWHERE);
      case 3 -> new Expr.NullLiteral(NOWHERE);
      default -> path();
    };
  }

  private Expr path() {
    List<Expr.Path.Part> parts = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      parts.add(new Expr.Path.Part(pick(NAMES), NOWHERE));
    }
    return new Expr.Path(parts, NOWHERE);
  }

  private BigDecimal number() {
    return BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(6));
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
