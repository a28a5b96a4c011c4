package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.syntax.Expr;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Types of IF, IFS and CASE: conditions are conditions, matches fit the subject, results fit each
/// other.
final class BranchTyping {
  private final CheckSession session;
  private final TypeChecker checker;
  private final ComparisonTyping comparisons;

  BranchTyping(CheckSession session, TypeChecker checker, ComparisonTyping comparisons) {
    this.session = session;
    this.checker = checker;
    this.comparisons = comparisons;
  }

  /// IF and IFS.
  @Nullable TypedExpr conditional(FormulaFunction function, Expr.Call call) {
    List<Expr> arguments = call.arguments();
    List<TypedExpr.Branch> branches = new ArrayList<>();
    List<Expr> results = new ArrayList<>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      TypedExpr condition = checker.condition(arguments.get(i), function.name());
      TypedExpr value = checker.check(arguments.get(i + 1));
      results.add(arguments.get(i + 1));
      if (condition != null && value != null) {
        branches.add(new TypedExpr.Branch(condition, value));
      }
    }
    TypedExpr otherwise = checker.check(arguments.getLast());
    if (otherwise == null || branches.size() < results.size()) {
      return null;
    }
    results.add(arguments.getLast());
    FormulaType type = commonOf(function, branches, otherwise, results);
    return type == null ? null : new TypedExpr.If(branches, otherwise, type, call.span());
  }

  /// CASE: a subject that is NULL takes the type of the first test that has one, so that all tests
  /// of a choice are of one family.
  @Nullable TypedExpr choice(FormulaFunction function, Expr.Call call) {
    List<Expr> arguments = call.arguments();
    TypedExpr subject = checker.check(arguments.getFirst());
    List<TypedExpr.Branch> branches = new ArrayList<>();
    List<Expr> results = new ArrayList<>();
    FormulaType compared = subject == null ? FormulaType.NULL : subject.type();
    for (int i = 1; i + 1 < arguments.size(); i += 2) {
      TypedExpr test = checker.check(arguments.get(i));
      TypedExpr match =
          subject == null || test == null
              ? null
              : match(function.name(), compared, test, arguments.get(i));
      if (match != null && compared == FormulaType.NULL) {
        compared = match.type();
      }
      TypedExpr value = checker.check(arguments.get(i + 1));
      results.add(arguments.get(i + 1));
      if (match != null && value != null) {
        branches.add(new TypedExpr.Branch(match, value));
      }
    }
    TypedExpr otherwise = checker.check(arguments.getLast());
    if (subject == null || otherwise == null || branches.size() < results.size()) {
      return null;
    }
    results.add(arguments.getLast());
    FormulaType type = commonOf(function, branches, otherwise, results);
    return type == null
        ? null
        : new TypedExpr.Case(subject, branches, otherwise, type, call.span());
  }

  /// A value that one of the subject's type is compared with; null after a report.
  @Nullable TypedExpr match(String function, FormulaType subject, TypedExpr test, Expr expression) {
    TypedExpr adapted = comparisons.adapt(test, subject);
    if (adapted == null) {
      return null;
    }
    Family family = subject.family() == Family.NULL ? adapted.type().family() : subject.family();
    boolean usable = family != Family.GEO && family != Family.MULTIPICKLIST;
    if (usable && TypeUnifier.comparable(subject, adapted.type())) {
      return adapted;
    }
    session.reportWithFix(
        FormulaProblem.FORMULA_OPERANDS_DIFFER,
        expression.span(),
        Fixes.convert(test.type(), subject.family(), expression.span()),
        "operator",
        function,
        "left",
        TypeNames.of(subject),
        "right",
        TypeNames.of(test.type()));
    return null;
  }

  private @Nullable FormulaType commonOf(
      FormulaFunction function,
      List<TypedExpr.Branch> branches,
      TypedExpr otherwise,
      List<Expr> results) {
    FormulaType common = FormulaType.NULL;
    for (int i = 0; i < results.size(); i++) {
      TypedExpr value = i < branches.size() ? branches.get(i).value() : otherwise;
      common = widen(function, common, value, results.get(i));
      if (common == null) {
        return null;
      }
    }
    return common;
  }

  private @Nullable FormulaType widen(
      FormulaFunction function, FormulaType common, TypedExpr value, Expr expression) {
    FormulaType wider = TypeUnifier.unify(common, value.type());
    if (wider == null) {
      session.reportWithFix(
          FormulaProblem.FORMULA_BRANCHES_DIFFER,
          expression.span(),
          Fixes.convert(value.type(), common.family(), expression.span()),
          "function",
          function.name(),
          "expected",
          TypeNames.of(common),
          "given",
          TypeNames.of(value.type()));
    }
    return wider;
  }

  /// The common type of two arguments; null after a report, or when one has no type.
  @Nullable FormulaType common(
      FormulaFunction function,
      Expr.Call call,
      @Nullable TypedExpr first,
      @Nullable TypedExpr second) {
    if (first == null || second == null) {
      return null;
    }
    return widen(function, first.type(), second, call.arguments().get(1));
  }
}
