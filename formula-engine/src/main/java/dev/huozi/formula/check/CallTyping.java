package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.Fix;
import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.diagnostic.SourceSpan;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.Parameter;
import dev.huozi.formula.function.ParameterType;
import dev.huozi.formula.function.Signature;
import dev.huozi.formula.syntax.Expr;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.platform.value.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Types of calls of strict functions: finds the signature that takes the arguments.
final class CallTyping {
  private final CheckSession session;

  CallTyping(CheckSession session) {
    this.session = session;
  }

  @Nullable TypedExpr call(FormulaFunction function, Expr.Call call, List<TypedExpr> arguments) {
    List<Signature> fitting = fitting(function, call, arguments.size());
    if (fitting.isEmpty()) {
      return null;
    }
    int furthest = -1;
    Signature best = fitting.getFirst();
    for (Signature signature : fitting) {
      int mismatch = firstMismatch(signature, arguments);
      if (mismatch < 0) {
        return literals(function, signature, call, arguments)
            ? typed(function, signature, call, arguments)
            : null;
      }
      if (mismatch > furthest) {
        furthest = mismatch;
        best = signature;
      }
    }
    wrongType(function, fitting, best, call, arguments, furthest);
    return null;
  }

  /// Signatures for that many arguments; empty after a report.
  List<Signature> fitting(FormulaFunction function, Expr.Call call, int count) {
    List<Signature> fitting =
        function.signatures().stream().filter(each -> each.acceptsCount(count)).toList();
    if (fitting.isEmpty()) {
      session.report(
          FormulaProblem.FORMULA_ARGUMENT_COUNT,
          call.span(),
          "function",
          function.name(),
          "expected",
          Counts.of(function.signatures()),
          "given",
          count,
          "usage",
          Counts.usage(function));
    }
    return fitting;
  }

  private static int firstMismatch(Signature signature, List<TypedExpr> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (!signature.parameter(i).type().accepts(arguments.get(i).type())) {
        return i;
      }
    }
    return -1;
  }

  private static TypedExpr typed(
      FormulaFunction function, Signature signature, Expr.Call call, List<TypedExpr> arguments) {
    List<FormulaType> types = arguments.stream().map(TypedExpr::type).toList();
    return new TypedExpr.Call(
        function, signature, arguments, signature.result().of(types), call.span());
  }

  private void wrongType(
      FormulaFunction function,
      List<Signature> fitting,
      Signature best,
      Expr.Call call,
      List<TypedExpr> arguments,
      int index) {
    Set<LocalizedText> expected = new LinkedHashSet<>();
    for (Signature signature : fitting) {
      int mismatch = firstMismatch(signature, arguments);
      if (mismatch == index) {
        expected.add(TypeNames.of(signature.parameter(index)));
      }
    }
    FormulaType given = arguments.get(index).type();
    SourceSpan span = call.arguments().get(index).span();
    Family family = best.parameter(index).type().family();
    Fix fix = family == null ? null : Fixes.convert(given, family, span);
    session.reportWithFix(
        FormulaProblem.FORMULA_ARGUMENT_TYPE,
        span,
        fix,
        "function",
        function.name(),
        "position",
        index + 1,
        "parameter",
        best.parameter(index).name(),
        "expected",
        new ArrayList<>(expected),
        "given",
        TypeNames.of(given));
  }

  private boolean literals(
      FormulaFunction function, Signature signature, Expr.Call call, List<TypedExpr> arguments) {
    boolean all = true;
    for (int i = 0; i < arguments.size(); i++) {
      if (signature.parameter(i).type() == ParameterType.TEXT_LITERAL) {
        all &=
            literal(function, signature.parameter(i), call.arguments().get(i), arguments.get(i), i);
      }
    }
    return all;
  }

  private boolean literal(
      FormulaFunction function,
      Parameter parameter,
      Expr expression,
      TypedExpr argument,
      int index) {
    if (!(argument instanceof TypedExpr.Literal literal)
        || !(literal.value() instanceof String value)) {
      session.report(
          FormulaProblem.FORMULA_LITERAL_NEEDED,
          expression.span(),
          "function",
          function.name(),
          "position",
          index + 1,
          "parameter",
          parameter.name());
      return false;
    }
    Set<String> allowed =
        parameter.literals().stream()
            .map(each -> each.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (allowed.isEmpty() || allowed.contains(value.toLowerCase(Locale.ROOT))) {
      return true;
    }
    session.report(
        FormulaProblem.FORMULA_LITERAL_NOT_ALLOWED,
        expression.span(),
        "function",
        function.name(),
        "value",
        value,
        "allowed",
        parameter.literals());
    return false;
  }
}
