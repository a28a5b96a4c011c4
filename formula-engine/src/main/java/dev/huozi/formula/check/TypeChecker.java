package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.diagnostic.Diagnostics;
import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.FunctionRegistry;
import dev.huozi.formula.function.SpecialForm;
import dev.huozi.formula.syntax.Expr;
import dev.huozi.formula.syntax.ExprPrinter;
import dev.huozi.formula.syntax.ParseResult;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.platform.value.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives every expression its type, or says why it has none. After an error it goes on with the
/// other parts, so that one run finds what it can; a part without a type is null and silences what
/// depends on it.
public final class TypeChecker {
  private final CheckSession session;
  private final NameResolver names;
  private final OperatorTyping operators;
  private final FormTyping forms;
  private final CallTyping calls;

  private TypeChecker(CheckSession session) {
    this.session = session;
    this.names = new NameResolver(session);
    this.operators = new OperatorTyping(session);
    this.forms = new FormTyping(session, this, names);
    this.calls = new CallTyping(session);
  }

  public static CheckResult check(
      ParseResult parsed, FieldScope scope, FormulaOptions options, FunctionRegistry functions) {
    Diagnostics diagnostics = new Diagnostics();
    parsed.diagnostics().forEach(diagnostics::add);
    CheckSession session =
        new CheckSession(parsed.source(), scope, options, functions, diagnostics);
    TypedExpr typed = new TypeChecker(session).root(parsed.expression());
    List<Diagnostic> found = diagnostics.list();
    if (typed == null || found.stream().anyMatch(Diagnostic::isError)) {
      return new CheckResult(parsed.source(), null, found);
    }
    CheckedFormula formula =
        new CheckedFormula(parsed.source(), typed, session.inputs(), options.blankMode());
    return new CheckResult(parsed.source(), formula, found);
  }

  private @Nullable TypedExpr root(Expr expression) {
    TypedExpr typed = check(expression);
    FormulaType wanted = session.options().resultType();
    if (typed == null || wanted == null || TypeUnifier.unify(wanted, typed.type()) != null) {
      return typed;
    }
    session.reportWithFix(
        FormulaProblem.FORMULA_RESULT_TYPE,
        expression.span(),
        Fixes.convert(typed.type(), wanted.family(), expression.span()),
        "expected",
        TypeNames.of(wanted),
        "given",
        TypeNames.of(typed.type()));
    return null;
  }

  @Nullable TypedExpr check(Expr expression) {
    return switch (expression) {
      case Expr.NumberLiteral number ->
          new TypedExpr.Literal(number.value(), FormulaType.NUMBER, number.span());
      case Expr.TextLiteral text ->
          new TypedExpr.Literal(
              text.value().isEmpty() ? null : text.value(), FormulaType.TEXT, text.span());
      case Expr.BooleanLiteral bool ->
          new TypedExpr.Literal(bool.value(), FormulaType.BOOLEAN, bool.span());
      case Expr.NullLiteral nothing ->
          new TypedExpr.Literal(null, FormulaType.NULL, nothing.span());
      case Expr.Path path -> names.value(path);
      case Expr.Unary unary -> unary(unary);
      case Expr.Binary binary -> binary(binary);
      case Expr.In in -> forms.in(in.operand(), in.options(), in.negated(), in);
      case Expr.Call call -> call(call);
      case Expr.Missing _ -> null;
    };
  }

  /// The children in order; null when one of them has no type.
  @Nullable List<TypedExpr> checkAll(List<Expr> expressions) {
    List<TypedExpr> typed = new ArrayList<>();
    boolean complete = true;
    for (Expr expression : expressions) {
      TypedExpr each = check(expression);
      complete &= each != null;
      if (each != null) {
        typed.add(each);
      }
    }
    return complete ? typed : null;
  }

  private @Nullable TypedExpr unary(Expr.Unary unary) {
    TypedExpr operand = check(unary.operand());
    return operand == null ? null : operators.unary(unary, operand);
  }

  private @Nullable TypedExpr binary(Expr.Binary binary) {
    TypedExpr left = check(binary.left());
    TypedExpr right = check(binary.right());
    return left == null || right == null ? null : operators.binary(binary, left, right);
  }

  private @Nullable TypedExpr call(Expr.Call call) {
    FormulaFunction function = session.functions().find(call.name());
    if (function == null) {
      unknownFunction(call);
      checkAll(call.arguments());
      return null;
    }
    if (refused(function, call)) {
      return null;
    }
    if (function.form() != SpecialForm.NONE) {
      return forms.call(function, call);
    }
    List<TypedExpr> arguments = checkAll(call.arguments());
    return arguments == null ? null : calls.call(function, call, arguments);
  }

  private boolean refused(FormulaFunction function, Expr.Call call) {
    LocalizedText reason = function.refusal();
    if (reason != null) {
      session.report(
          FormulaProblem.FORMULA_FUNCTION_REFUSED,
          call.nameSpan(),
          "function",
          function.name(),
          "reason",
          reason);
      checkAll(call.arguments());
    }
    return reason != null;
  }

  private void unknownFunction(Expr.Call call) {
    List<String> known = new ArrayList<>();
    session
        .functions()
        .functions()
        .forEach(function -> {
          known.add(function.name());
          known.addAll(function.aliases());
        });
    String nearest = Suggestions.nearest(call.name(), known);
    session.reportWithFix(
        FormulaProblem.FORMULA_FUNCTION_UNKNOWN,
        call.nameSpan(),
        nearest == null ? null : Fixes.replace(call.nameSpan(), nearest),
        "function",
        call.name(),
        "hint",
        Hints.didYouMean(nearest));
  }

  /// A condition, or null after a report.
  @Nullable TypedExpr condition(Expr expression, String owner) {
    TypedExpr typed = check(expression);
    return typed == null ? null : operators.condition(typed, expression, owner);
  }

  /// A printed form for messages.
  static String show(Expr expression) {
    String printed = ExprPrinter.print(expression);
    return printed.length() > 40 ? printed.substring(0, 39) + "…" : printed;
  }
}
