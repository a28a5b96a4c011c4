package dev.huozi.formula.eval;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.diagnostic.SourceSpan;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A formula ready to run. Compiled when it is first evaluated. Thread-safe; the context is not.
public final class CompiledFormula {
  private final CheckedFormula formula;
  private final TypedExpr expression;
  private volatile @Nullable FormulaCode code;

  private CompiledFormula(CheckedFormula formula) {
    this.formula = formula;
    this.expression = Folding.fold(formula.expression());
  }

  public static CompiledFormula of(CheckedFormula formula) {
    return new CompiledFormula(formula);
  }

  public CheckedFormula formula() {
    return formula;
  }

  public FormulaType type() {
    return formula.type();
  }

  /// Evaluates for one record.
  ///
  /// @param inputs the values of `formula().inputs()` in that order: null for a blank, a
  ///   [FormulaError] for a field whose formula failed
  /// @return the value, null for a blank, or a [FormulaError]; never throws
  public @Nullable Object evaluate(@Nullable Object[] inputs, EvaluationContext context) {
    FormulaCode ready = code;
    if (ready == null) {
      ready = compile();
    }
    Object result = ready.run(inputs, context);
    return result instanceof SiteError error ? located(error) : result;
  }

  private FormulaCode compile() {
    FormulaCode made = CodeCache.shared().code(expression, new Structure(expression));
    code = made;
    return made;
  }

  /// Finds the place of the error in this formula's source.
  private FormulaError located(SiteError error) {
    SourceSpan span = spans().get(error.site());
    return new FormulaError(error.kind(), span.start(), span.end());
  }

  private List<SourceSpan> spans() {
    List<SourceSpan> spans = new ArrayList<>();
    Deque<TypedExpr> open = new ArrayDeque<>(List.of(expression));
    while (!open.isEmpty()) {
      TypedExpr next = open.pop();
      spans.add(next.span());
      next.children().reversed().forEach(open::push);
    }
    return spans;
  }
}
