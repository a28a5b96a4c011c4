package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.diagnostic.SourceSpan;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.syntax.Expr;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Types of the special forms: lazy functions and those with rules of their own.
final class FormTyping {
  private final CheckSession session;
  private final TypeChecker checker;
  private final NameResolver names;
  private final ComparisonTyping comparisons;
  private final BranchTyping branches;

  FormTyping(CheckSession session, TypeChecker checker, NameResolver names) {
    this.session = session;
    this.checker = checker;
    this.names = names;
    this.comparisons = new ComparisonTyping(session);
    this.branches = new BranchTyping(session, checker, comparisons);
  }

  @Nullable TypedExpr call(FormulaFunction function, Expr.Call call) {
    List<Expr> arguments = call.arguments();
    return switch (function.form()) {
      case NONE ->
          throw new IllegalArgumentException(
              "Function (%s) is no special form.".formatted(function.name()));
      case IF -> count(function, call, 3, 3) ? branches.conditional(function, call) : null;
      case IFS -> odd(function, call) ? branches.conditional(function, call) : null;
      case CASE -> caseCount(function, call) ? branches.choice(function, call) : null;
      case AND -> count(function, call, 1, Integer.MAX_VALUE) ? and(function, call) : null;
      case OR -> count(function, call, 1, Integer.MAX_VALUE) ? or(function, call) : null;
      case NOT -> count(function, call, 1, 1) ? not(function, call) : null;
      case ISBLANK -> count(function, call, 1, 1) ? isBlank(call, false) : null;
      case ISNULL -> count(function, call, 1, 1) ? isBlank(call, true) : null;
      case BLANKVALUE -> count(function, call, 2, 2) ? blankValue(function, call, false) : null;
      case NULLVALUE -> count(function, call, 2, 2) ? blankValue(function, call, true) : null;
      case IFERROR -> count(function, call, 2, 2) ? ifError(function, call) : null;
      case IN ->
          count(function, call, 2, Integer.MAX_VALUE)
              ? in(arguments.getFirst(), arguments.subList(1, arguments.size()), false, call)
              : null;
      case ISPICKVAL -> count(function, call, 2, 2) ? isPickVal(function, call) : null;
      case INCLUDES -> count(function, call, 2, 2) ? includes(function, call) : null;
      case ISNEW -> count(function, call, 0, 0) ? fact(function, WriteFact.IS_NEW, call) : null;
      case ISCLONE -> count(function, call, 0, 0) ? fact(function, WriteFact.IS_CLONE, call) : null;
      case ISCHANGED -> count(function, call, 1, 1) ? changed(function, call) : null;
      case PRIORVALUE -> count(function, call, 1, 1) ? prior(function, call) : null;
    };
  }

  private boolean count(FormulaFunction function, Expr.Call call, int least, int most) {
    int given = call.arguments().size();
    if (given >= least && given <= most) {
      return true;
    }
    session.report(
        FormulaProblem.FORMULA_ARGUMENT_COUNT,
        call.span(),
        "function",
        function.name(),
        "expected",
        Counts.range(least, most),
        "given",
        given,
        "usage",
        Counts.usage(function));
    checker.checkAll(call.arguments());
    return false;
  }

  private boolean odd(FormulaFunction function, Expr.Call call) {
    return count(function, call, 3, Integer.MAX_VALUE)
        && elsePresent(function, call, call.arguments().size() % 2 == 1);
  }

  private boolean caseCount(FormulaFunction function, Expr.Call call) {
    return count(function, call, 4, Integer.MAX_VALUE)
        && elsePresent(function, call, call.arguments().size() % 2 == 0);
  }

  private boolean elsePresent(FormulaFunction function, Expr.Call call, boolean present) {
    if (!present) {
      session.report(
          FormulaProblem.FORMULA_ELSE_MISSING,
          new SourceSpan(call.span().end() - 1, call.span().end()),
          "function",
          function.name());
      checker.checkAll(call.arguments());
    }
    return present;
  }

  private @Nullable TypedExpr and(FormulaFunction function, Expr.Call call) {
    List<TypedExpr> conditions = conditions(function, call);
    return conditions == null ? null : new TypedExpr.And(conditions, call.span());
  }

  private @Nullable TypedExpr or(FormulaFunction function, Expr.Call call) {
    List<TypedExpr> conditions = conditions(function, call);
    return conditions == null ? null : new TypedExpr.Or(conditions, call.span());
  }

  private @Nullable List<TypedExpr> conditions(FormulaFunction function, Expr.Call call) {
    List<TypedExpr> conditions = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      TypedExpr condition = checker.condition(argument, function.name());
      if (condition != null) {
        conditions.add(condition);
      }
    }
    return conditions.size() == call.arguments().size() ? conditions : null;
  }

  private @Nullable TypedExpr not(FormulaFunction function, Expr.Call call) {
    TypedExpr condition = checker.condition(call.arguments().getFirst(), function.name());
    return condition == null ? null : new TypedExpr.Not(condition, call.span());
  }

  private @Nullable TypedExpr isBlank(Expr.Call call, boolean neverForText) {
    TypedExpr operand = checker.check(call.arguments().getFirst());
    if (operand == null) {
      return null;
    }
    if (neverForText) {
      warnOfText(call, operand, "ISBLANK");
    }
    return new TypedExpr.IsBlank(operand, neverForText, call.span());
  }

  private void warnOfText(Expr.Call call, TypedExpr operand, String replacement) {
    if (operand.type().family() == Family.TEXT) {
      session.reportWithFix(
          FormulaProblem.FORMULA_ISNULL_OF_TEXT,
          call.nameSpan(),
          Fixes.replace(call.nameSpan(), replacement),
          "function",
          call.name(),
          "replacement",
          replacement);
    }
  }

  private @Nullable TypedExpr blankValue(
      FormulaFunction function, Expr.Call call, boolean neverForText) {
    TypedExpr operand = checker.check(call.arguments().getFirst());
    TypedExpr fallback = checker.check(call.arguments().getLast());
    FormulaType type = branches.common(function, call, operand, fallback);
    if (operand == null || fallback == null || type == null) {
      return null;
    }
    if (neverForText) {
      warnOfText(call, operand, "BLANKVALUE");
    }
    return new TypedExpr.BlankValue(operand, fallback, neverForText, type, call.span());
  }

  private @Nullable TypedExpr ifError(FormulaFunction function, Expr.Call call) {
    TypedExpr operand = checker.check(call.arguments().getFirst());
    TypedExpr fallback = checker.check(call.arguments().getLast());
    FormulaType type = branches.common(function, call, operand, fallback);
    return operand == null || fallback == null || type == null
        ? null
        : new TypedExpr.IfError(operand, fallback, type, call.span());
  }

  @Nullable TypedExpr in(Expr operand, List<Expr> options, boolean negated, Expr whole) {
    TypedExpr subject = checker.check(operand);
    List<TypedExpr> typed = checker.checkAll(options);
    if (subject == null || typed == null) {
      return null;
    }
    List<TypedExpr> adapted = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      TypedExpr option = branches.match("IN", subject.type(), typed.get(i), options.get(i));
      if (option != null) {
        adapted.add(option);
      }
    }
    if (adapted.size() < typed.size()) {
      return null;
    }
    TypedExpr in = new TypedExpr.In(subject, adapted, whole.span());
    return negated ? new TypedExpr.Not(in, whole.span()) : in;
  }

  private @Nullable TypedExpr isPickVal(FormulaFunction function, Expr.Call call) {
    TypedExpr field = checker.check(call.arguments().getFirst());
    TypedExpr code = checker.check(call.arguments().getLast());
    if (field == null || code == null) {
      return null;
    }
    if (!(field.type() instanceof FormulaType.Picklist picklist)) {
      argumentType(function, call, 0, new FormulaType.Picklist("", List.of()), field.type());
      return null;
    }
    if (!(code instanceof TypedExpr.Literal literal) || literal.type().family() != Family.TEXT) {
      literalNeeded(function, call, 1);
      return null;
    }
    TypedExpr adapted = comparisons.code(literal, picklist, picklist.codes(), picklist.optionset());
    return adapted == null
        ? null
        : new TypedExpr.Compare(ComparisonOperator.EQUAL, field, adapted, call.span());
  }

  private @Nullable TypedExpr includes(FormulaFunction function, Expr.Call call) {
    TypedExpr field = checker.check(call.arguments().getFirst());
    TypedExpr code = checker.check(call.arguments().getLast());
    if (field == null || code == null) {
      return null;
    }
    if (!(field.type() instanceof FormulaType.MultiPicklist picklist)) {
      argumentType(function, call, 0, new FormulaType.MultiPicklist("", List.of()), field.type());
      return null;
    }
    if (!(code instanceof TypedExpr.Literal literal) || !(literal.value() instanceof String text)) {
      literalNeeded(function, call, 1);
      return null;
    }
    return comparisons.code(literal, picklist, picklist.codes(), picklist.optionset()) == null
        ? null
        : new TypedExpr.Includes(field, text, call.span());
  }

  private void argumentType(
      FormulaFunction function,
      Expr.Call call,
      int index,
      FormulaType expected,
      FormulaType given) {
    session.report(
        FormulaProblem.FORMULA_ARGUMENT_TYPE,
        call.arguments().get(index).span(),
        "function",
        function.name(),
        "position",
        index + 1,
        "parameter",
        function.signatures().getFirst().parameter(index).name(),
        "expected",
        TypeNames.of(expected),
        "given",
        TypeNames.of(given));
  }

  private void literalNeeded(FormulaFunction function, Expr.Call call, int index) {
    session.report(
        FormulaProblem.FORMULA_LITERAL_NEEDED,
        call.arguments().get(index).span(),
        "function",
        function.name(),
        "position",
        index + 1,
        "parameter",
        function.signatures().getFirst().parameter(index).name());
  }

  private @Nullable TypedExpr fact(FormulaFunction function, WriteFact fact, Expr.Call call) {
    if (!inRule(function, call)) {
      return null;
    }
    CheckedFormula.Input input = new CheckedFormula.Input.Fact(fact);
    return new TypedExpr.WriteTest(input, session.slot(input), call.span());
  }

  private @Nullable TypedExpr changed(FormulaFunction function, Expr.Call call) {
    FieldPath path = inRule(function, call) ? ownField(function, call) : null;
    if (path == null) {
      return null;
    }
    CheckedFormula.Input input = new CheckedFormula.Input.Changed(path);
    return new TypedExpr.WriteTest(input, session.slot(input), call.span());
  }

  private @Nullable TypedExpr prior(FormulaFunction function, Expr.Call call) {
    FieldPath path = inRule(function, call) ? ownField(function, call) : null;
    return path == null ? null : names.field(new CheckedFormula.Input.PriorValue(path), path, call);
  }

  private boolean inRule(FormulaFunction function, Expr.Call call) {
    if (!session.options().rule()) {
      session.report(
          FormulaProblem.FORMULA_RULES_ONLY, call.nameSpan(), "function", function.name());
    }
    return session.options().rule();
  }

  private @Nullable FieldPath ownField(FormulaFunction function, Expr.Call call) {
    Expr argument = call.arguments().getFirst();
    FieldPath path = argument instanceof Expr.Path name ? names.path(name) : null;
    if (argument instanceof Expr.Path && path == null) {
      return null;
    }
    if (path == null || path.isRelated()) {
      session.report(
          FormulaProblem.FORMULA_FIELD_NEEDED, argument.span(), "function", function.name());
      return null;
    }
    return path;
  }
}
