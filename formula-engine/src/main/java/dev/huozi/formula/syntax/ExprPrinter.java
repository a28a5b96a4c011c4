package dev.huozi.formula.syntax;

import java.util.List;

/// Prints a surface tree with as few parentheses as possible. Parsing what it prints gives the same
/// tree.
public final class ExprPrinter {
  private final StringBuilder out = new StringBuilder();

  private ExprPrinter() {}

  public static String print(Expr expression) {
    ExprPrinter printer = new ExprPrinter();
    printer.write(expression, 0);
    return printer.out.toString();
  }

  /// A name as it stands in a formula: in brackets when it is not a plain word.
  public static String name(String name) {
    boolean plain =
        !name.isEmpty() && !Word.isReserved(name) && Characters.isNameStart(name.codePointAt(0));
    int first = name.isEmpty() ? 0 : Character.charCount(name.codePointAt(0));
    plain = plain && name.substring(first).codePoints().allMatch(Characters::isNamePart);
    return plain ? name : "[" + name.replace("]", "]]").replace("］", "］］") + "]";
  }

  /// A text literal.
  public static String text(String value) {
    StringBuilder literal = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> literal.append(c);
      }
    }
    return literal.append('"').toString();
  }

  private void write(Expr expression, int minimum) {
    boolean parentheses = precedence(expression) < minimum;
    if (parentheses) {
      out.append('(');
    }
    switch (expression) {
      case Expr.NumberLiteral literal -> out.append(literal.value().toPlainString());
      case Expr.TextLiteral literal -> out.append(text(literal.value()));
      case Expr.BooleanLiteral literal -> out.append(literal.value());
      case Expr.NullLiteral _ -> out.append("null");
      case Expr.Path path -> path(path);
      case Expr.Call call -> {
        out.append(call.name());
        list(call.arguments());
      }
      case Expr.Unary unary -> unary(unary);
      case Expr.Binary binary -> binary(binary);
      case Expr.In in -> {
        write(in.operand(), BinaryOperator.IN_PRECEDENCE);
        out.append(in.negated() ? " not in " : " in ");
        list(in.options());
      }
      case Expr.Missing _ -> out.append("…");
    }
    if (parentheses) {
      out.append(')');
    }
  }

  private void path(Expr.Path path) {
    for (int i = 0; i < path.parts().size(); i++) {
      out.append(i > 0 ? "." : "").append(name(path.parts().get(i).name()));
    }
  }

  private void unary(Expr.Unary unary) {
    out.append(unary.operator().symbol());
    boolean needsGap =
        unary.operand() instanceof Expr.Unary inner && inner.operator() == unary.operator();
    if (needsGap && unary.operator() != UnaryOperator.NOT) {
      out.append(' ');
    }
    write(unary.operand(), BinaryOperator.UNARY_PRECEDENCE);
  }

  private void binary(Expr.Binary binary) {
    int precedence = binary.operator().precedence();
    write(binary.left(), precedence);
    out.append(' ').append(binary.operator().symbol()).append(' ');
    write(binary.right(), precedence + 1);
  }

  private void list(List<Expr> items) {
    out.append('(');
    for (int i = 0; i < items.size(); i++) {
      out.append(i > 0 ? ", " : "");
      write(items.get(i), 0);
    }
    out.append(')');
  }

  private static int precedence(Expr expression) {
    return switch (expression) {
      case Expr.Binary binary -> binary.operator().precedence();
      case Expr.In _ -> BinaryOperator.IN_PRECEDENCE;
      case Expr.Unary _ -> BinaryOperator.UNARY_PRECEDENCE;
      case Expr.NumberLiteral _,
          Expr.TextLiteral _,
          Expr.BooleanLiteral _,
          Expr.NullLiteral _,
          Expr.Path _,
          Expr.Call _,
          Expr.Missing _ ->
          BinaryOperator.PRIMARY_PRECEDENCE;
    };
  }
}
