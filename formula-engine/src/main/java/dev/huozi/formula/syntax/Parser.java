package dev.huozi.formula.syntax;

import dev.huozi.formula.diagnostic.Diagnostics;
import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.diagnostic.SourceSpan;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses by operator precedence (Pratt). After an error it goes on at the next comma or
/// parenthesis. The height of the tree is limited, so that nothing that walks it can run out of
/// stack.
public final class Parser {
  /// Longest source, in UTF-16 units.
  public static final int MAXIMUM_LENGTH = 100_000;

  /// Most tokens: what comes after the parser takes time for each.
  public static final int MAXIMUM_PARTS = 10_000;

  /// Greatest height of the tree; also the deepest nesting. Everything that walks a tree works with
  /// this height on a stack of 512 KB.
  public static final int MAXIMUM_HEIGHT = 250;

  /// Most digits of a number; 39 of them count.
  public static final int MAXIMUM_DIGITS = 200;

  private static final LocalizedText END = LocalizedText.of("公式结尾", "the end of the formula");

  private final String source;
  private final Diagnostics diagnostics;
  private final List<Token> tokens;
  private int position;
  private int depth;
  private int height;

  private Parser(String source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.tokens = new Lexer(source, diagnostics, false).run();
  }

  public static ParseResult parse(String source) {
    Diagnostics diagnostics = new Diagnostics();
    if (source.length() > MAXIMUM_LENGTH) {
      diagnostics.report(
          FormulaProblem.FORMULA_TOO_LONG,
          new SourceSpan(MAXIMUM_LENGTH, MAXIMUM_LENGTH),
          "length",
          source.length(),
          "maximum",
          MAXIMUM_LENGTH);
      return new ParseResult(source, new Expr.Missing(new SourceSpan(0, 0)), diagnostics.list());
    }
    Expr expression = new Parser(source, diagnostics).parse();
    return new ParseResult(source, expression, diagnostics.list());
  }

  private Expr parse() {
    if (current().kind() == TokenKind.END && !diagnostics.hasErrors()) {
      diagnostics.report(FormulaProblem.FORMULA_EMPTY, current().span());
      return new Expr.Missing(current().span());
    }
    try {
      Expr expression = expression(0);
      while (current().kind() != TokenKind.END) {
        trailing();
        expression(0);
      }
      return tokens.size() > MAXIMUM_PARTS ? tooManyParts() : expression;
    } catch (TooDeepException tooDeep) {
      diagnostics.report(
          FormulaProblem.FORMULA_TOO_DEEP, tooDeep.span(), "maximum", MAXIMUM_HEIGHT);
      return new Expr.Missing(tooDeep.span());
    }
  }

  private Expr tooManyParts() {
    SourceSpan first = tokens.get(MAXIMUM_PARTS).span();
    diagnostics.report(FormulaProblem.FORMULA_TOO_MANY_PARTS, first, "maximum", MAXIMUM_PARTS);
    return new Expr.Missing(first);
  }

  /// Something stands after a complete expression: say it once and go on behind it.
  private void trailing() {
    Token token = current();
    report(FormulaProblem.FORMULA_OPERATOR_EXPECTED, token);
    position =
        token.kind() == TokenKind.CLOSE || token.kind() == TokenKind.COMMA
            ? position + 1
            : position;
    if (current().kind() == TokenKind.END) {
      return;
    }
    skipToBoundary();
    while (current().kind() == TokenKind.CLOSE || current().kind() == TokenKind.COMMA) {
      position++;
    }
    if (current().kind() != TokenKind.END) {
      skipAll();
    }
  }

  private void skipAll() {
    position = tokens.size() - 1;
  }

  private Expr expression(int minimum) {
    enter();
    Expr left = operand();
    int leftHeight = height;
    while (true) {
      Infix infix = infix(minimum);
      if (infix == null) {
        break;
      }
      left =
          infix.operator() == null ? in(left, infix) : binary(left, infix.operator(), infix.span());
      leftHeight = grow(Math.max(leftHeight, height), left.span());
    }
    height = leftHeight;
    depth--;
    return left;
  }

  private Expr binary(Expr left, BinaryOperator operator, SourceSpan operatorSpan) {
    Expr right = expression(operator.precedence() + 1);
    return new Expr.Binary(operator, left, right, operatorSpan, left.span().to(right.span()));
  }

  /// An operator at the current position that binds at least as tightly as `minimum`, already
  /// taken.
  private @Nullable Infix infix(int minimum) {
    Token token = current();
    BinaryOperator operator = Operators.binary(token);
    if (operator != null) {
      return operator.precedence() < minimum ? null : take(token, operator, false, 1);
    }
    if (BinaryOperator.IN_PRECEDENCE < minimum) {
      return null;
    }
    if (token.isWord(Word.IN)) {
      return take(token, null, false, 1);
    }
    boolean notIn = token.isWord(Word.NOT) && tokens.get(position + 1).isWord(Word.IN);
    return notIn ? take(token, null, true, 2) : null;
  }

  private Infix take(Token token, @Nullable BinaryOperator operator, boolean negated, int count) {
    position += count;
    return new Infix(operator, negated, token.span());
  }

  /// @param operator null for `in`
  private record Infix(@Nullable BinaryOperator operator, boolean negated, SourceSpan span) {}

  private Expr in(Expr left, Infix infix) {
    if (current().kind() != TokenKind.OPEN) {
      report(FormulaProblem.FORMULA_LIST_EXPECTED, current());
      return left;
    }
    List<Expr> options = arguments();
    return new Expr.In(left, options, infix.negated(), left.span().to(previous().span()));
  }

  private Expr operand() {
    Token token = current();
    height = 1;
    return switch (token.kind()) {
      case NUMBER -> number(token);
      case TEXT -> text(token);
      case NAME -> word(token);
      case BRACKETED -> path();
      case OPEN -> parenthesized(token);
      case MINUS -> unary(UnaryOperator.NEGATE, BinaryOperator.UNARY_PRECEDENCE);
      case PLUS -> unary(UnaryOperator.PLUS, BinaryOperator.UNARY_PRECEDENCE);
      case BANG -> unary(UnaryOperator.NOT, BinaryOperator.UNARY_PRECEDENCE);
      case HOLE,
          CLOSE,
          COMMA,
          DOT,
          STAR,
          SLASH,
          CARET,
          AMPERSAND,
          EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          AND,
          OR,
          END ->
          missing(token);
    };
  }

  private Expr number(Token token) {
    position++;
    String digits = token.text();
    if (digits.length() > MAXIMUM_DIGITS) {
      diagnostics.report(
          FormulaProblem.FORMULA_NUMBER_TOO_LONG, token.span(), "maximum", MAXIMUM_DIGITS);
      return new Expr.Missing(token.span());
    }
    return new Expr.NumberLiteral(
        digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits), token.span());
  }

  private Expr text(Token token) {
    position++;
    return new Expr.TextLiteral(token.text(), token.span());
  }

  private Expr word(Token token) {
    if (tokens.get(position + 1).kind() == TokenKind.OPEN) {
      return call(token);
    }
    if (token.isWord(Word.TRUE) || token.isWord(Word.FALSE)) {
      position++;
      return new Expr.BooleanLiteral(token.isWord(Word.TRUE), token.span());
    }
    if (token.isWord(Word.NULL)) {
      position++;
      return new Expr.NullLiteral(token.span());
    }
    if (token.isWord(Word.NOT)) {
      return unary(UnaryOperator.NOT, BinaryOperator.NOT_PRECEDENCE + 1);
    }
    boolean misplaced = token.isWord(Word.AND) || token.isWord(Word.OR) || token.isWord(Word.IN);
    return misplaced ? missing(token) : path();
  }

  private Expr unary(UnaryOperator operator, int precedence) {
    Token token = current();
    position++;
    enter();
    Expr operand =
        precedence == BinaryOperator.UNARY_PRECEDENCE ? operand() : expression(precedence);
    depth--;
    grow(height, token.span());
    return new Expr.Unary(operator, operand, token.span().to(operand.span()));
  }

  private Expr call(Token name) {
    position++;
    List<Expr> arguments = arguments();
    grow(height, name.span());
    return new Expr.Call(name.text(), name.span(), arguments, name.span().to(previous().span()));
  }

  /// `(a, b, c)`; sets the height to that of the highest argument.
  private List<Expr> arguments() {
    Token open = current();
    position++;
    List<Expr> arguments = new ArrayList<>();
    int highest = 1;
    if (current().kind() != TokenKind.CLOSE) {
      while (true) {
        arguments.add(expression(0));
        highest = Math.max(highest, height);
        if (!atBoundary()) {
          report(FormulaProblem.FORMULA_OPERATOR_EXPECTED, current());
          skipToBoundary();
        }
        if (current().kind() != TokenKind.COMMA) {
          break;
        }
        position++;
      }
    }
    close(open);
    height = highest;
    return arguments;
  }

  private Expr parenthesized(Token open) {
    position++;
    Expr inner = expression(0);
    int innerHeight = height;
    if (!atBoundary()) {
      report(FormulaProblem.FORMULA_OPERATOR_EXPECTED, current());
      skipToBoundary();
    }
    close(open);
    height = innerHeight;
    return inner;
  }

  private void close(Token open) {
    if (current().kind() == TokenKind.CLOSE) {
      position++;
    } else if (current().kind() == TokenKind.COMMA) {
      report(FormulaProblem.FORMULA_OPERATOR_EXPECTED, current());
      skipToClose();
    } else {
      diagnostics.report(FormulaProblem.FORMULA_PARENTHESIS_UNCLOSED, open.span());
    }
  }

  private Expr path() {
    Token first = current();
    List<Expr.Path.Part> parts = new ArrayList<>();
    parts.add(part(first));
    while (current().kind() == TokenKind.DOT) {
      position++;
      Token next = current();
      if (next.kind() != TokenKind.NAME && next.kind() != TokenKind.BRACKETED) {
        report(FormulaProblem.FORMULA_EXPRESSION_EXPECTED, next);
        break;
      }
      parts.add(part(next));
    }
    return new Expr.Path(parts, first.span().to(previous().span()));
  }

  private Expr.Path.Part part(Token token) {
    position++;
    return new Expr.Path.Part(token.text(), token.span());
  }

  private Expr missing(Token token) {
    report(FormulaProblem.FORMULA_EXPRESSION_EXPECTED, token);
    if (Operators.binary(token) == null && !atBoundary()) {
      position++;
    }
    return new Expr.Missing(new SourceSpan(token.start(), token.start()));
  }

  private boolean atBoundary() {
    TokenKind kind = current().kind();
    return kind == TokenKind.COMMA || kind == TokenKind.CLOSE || kind == TokenKind.END;
  }

  /// To the next comma or closing parenthesis of this level.
  private void skipToBoundary() {
    int open = 0;
    while (current().kind() != TokenKind.END && (open > 0 || !atBoundary())) {
      open += current().kind() == TokenKind.OPEN ? 1 : current().kind() == TokenKind.CLOSE ? -1 : 0;
      position++;
    }
  }

  private void skipToClose() {
    while (current().kind() == TokenKind.COMMA) {
      position++;
      skipToBoundary();
    }
    if (current().kind() == TokenKind.CLOSE) {
      position++;
    }
  }

  private void report(FormulaProblem problem, Token found) {
    Object text = found.kind() == TokenKind.END ? END : found.span().of(source);
    diagnostics.report(problem, found.span(), "found", text);
  }

  private void enter() {
    if (++depth > MAXIMUM_HEIGHT) {
      throw new TooDeepException(current().span());
    }
  }

  private int grow(int highest, SourceSpan span) {
    height = highest + 1;
    if (height > MAXIMUM_HEIGHT) {
      throw new TooDeepException(span);
    }
    return height;
  }

  private Token current() {
    return tokens.get(position);
  }

  private Token previous() {
    return tokens.get(Math.max(0, position - 1));
  }

  /// Leaves the recursion of the parser; never leaves the parser.
  private static final class TooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient SourceSpan span;

    private TooDeepException(SourceSpan span) {
      super(null, null, false, false);
      this.span = span;
    }

    private SourceSpan span() {
      return span;
    }
  }
}
