package dev.huozi.formula.syntax;

import dev.huozi.formula.diagnostic.SourceSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The surface tree: what was written, with the place of every part, before names and types are
/// known.
public sealed interface Expr {
  SourceSpan span();

  List<Expr> children();

  record NumberLiteral(BigDecimal value, SourceSpan span) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of();
    }
  }

  /// @param value with escapes resolved
  record TextLiteral(String value, SourceSpan span) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of();
    }
  }

  record BooleanLiteral(boolean value, SourceSpan span) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of();
    }
  }

  record NullLiteral(SourceSpan span) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of();
    }
  }

  /// One name or a path of names: `amount`, `account.owner.name`, `$User`, `[客户 名称]`.
  record Path(List<Part> parts, SourceSpan span) implements Expr {
    public Path {
      parts = List.copyOf(parts);
    }

    /// A name without its brackets; the span includes them.
    public record Part(String name, SourceSpan span) {}

    public String dotted() {
      return parts.stream().map(Part::name).collect(Collectors.joining("."));
    }

    @Override
    public List<Expr> children() {
      return List.of();
    }
  }

  /// A function call. `and`, `or`, `not`, `in` with a parenthesis are calls too.
  record Call(String name, SourceSpan nameSpan, List<Expr> arguments, SourceSpan span)
      implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Expr> children() {
      return arguments;
    }
  }

  record Unary(UnaryOperator operator, Expr operand, SourceSpan span) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of(operand);
    }
  }

  record Binary(
      BinaryOperator operator, Expr left, Expr right, SourceSpan operatorSpan, SourceSpan span)
      implements Expr {
    @Override
    public List<Expr> children() {
      return List.of(left, right);
    }
  }

  /// `operand in (a, b)` or `operand not in (a, b)`.
  record In(Expr operand, List<Expr> options, boolean negated, SourceSpan span) implements Expr {
    public In {
      options = List.copyOf(options);
    }

    @Override
    public List<Expr> children() {
      List<Expr> all = new ArrayList<>();
      all.add(operand);
      all.addAll(options);
      return all;
    }
  }

  /// Where an expression should be and none was found; a diagnostic says so.
  record Missing(SourceSpan span) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of();
    }
  }
}
