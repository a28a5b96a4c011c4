package dev.huozi.formula.syntax;

import java.util.stream.Collectors;

/// A surface tree without its places, for comparing.
public final class Shape {
  private Shape() {}

  public static String of(Expr expression) {
    String children =
        expression.children().stream().map(Shape::of).collect(Collectors.joining(" ", "(", ")"));
    return switch (expression) {
          case Expr.NumberLiteral number -> "number " + number.value();
          case Expr.TextLiteral text -> "text <" + text.value() + ">";
          case Expr.BooleanLiteral bool -> "boolean " + bool.value();
          case Expr.NullLiteral _ -> "null";
          case Expr.Path path -> "path " + path.parts().stream().map(Expr.Path.Part::name).toList();
          case Expr.Call call -> "call " + call.name();
          case Expr.Unary unary -> "unary " + unary.operator();
          case Expr.Binary binary -> "binary " + binary.operator();
          case Expr.In in -> "in " + in.negated();
          case Expr.Missing _ -> "missing";
        }
        + children;
  }
}
