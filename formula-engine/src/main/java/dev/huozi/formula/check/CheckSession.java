package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.diagnostic.Diagnostics;
import dev.huozi.formula.diagnostic.Fix;
import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.diagnostic.SourceSpan;
import dev.huozi.formula.function.FunctionRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one check run shares: scope, options, findings, and the inputs met so far. Not thread-safe.
final class CheckSession {
  private final String source;
  private final FieldScope scope;
  private final FormulaOptions options;
  private final FunctionRegistry functions;
  private final Diagnostics diagnostics;
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final List<CheckedFormula.Input> inputs = new ArrayList<>();

  CheckSession(
      String source,
      FieldScope scope,
      FormulaOptions options,
      FunctionRegistry functions,
      Diagnostics diagnostics) {
    this.source = source;
    this.scope = scope;
    this.options = options;
    this.functions = functions;
    this.diagnostics = diagnostics;
  }

  String source() {
    return source;
  }

  FieldScope scope() {
    return scope;
  }

  FormulaOptions options() {
    return options;
  }

  FunctionRegistry functions() {
    return functions;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  List<CheckedFormula.Input> inputs() {
    return inputs;
  }

  /// The slot of an input, a new one when it is met for the first time.
  int slot(CheckedFormula.Input input) {
    String key =
        switch (input) {
          case CheckedFormula.Input.FieldValue value -> "v:" + value.path().ids();
          case CheckedFormula.Input.PriorValue prior -> "p:" + prior.path().ids();
          case CheckedFormula.Input.Changed changed -> "c:" + changed.path().ids();
          case CheckedFormula.Input.Fact fact -> "f:" + fact.fact();
        };
    Integer known = slots.get(key);
    if (known != null) {
      return known;
    }
    slots.put(key, inputs.size());
    inputs.add(input);
    return inputs.size() - 1;
  }

  void report(FormulaProblem problem, SourceSpan span, Object... namesAndValues) {
    diagnostics.report(problem, span, namesAndValues);
  }

  void reportWithFix(
      FormulaProblem problem, SourceSpan span, @Nullable Fix fix, Object... namesAndValues) {
    diagnostics.add(Diagnostic.of(problem, span, namesAndValues).withFix(fix));
  }
}
