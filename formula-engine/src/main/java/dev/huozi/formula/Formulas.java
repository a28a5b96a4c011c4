package dev.huozi.formula;

import dev.huozi.formula.check.CheckResult;
import dev.huozi.formula.check.FieldScope;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.TypeChecker;
import dev.huozi.formula.function.FunctionRegistry;
import dev.huozi.formula.syntax.Parser;

/// The way in: checks a formula's source against the names that its author may use. Never throws at
/// users; the result holds the formula or what is wrong with it.
public final class Formulas {
  private Formulas() {}

  public static CheckResult check(String source, FieldScope scope, FormulaOptions options) {
    return TypeChecker.check(Parser.parse(source), scope, options, FunctionRegistry.standard());
  }
}
