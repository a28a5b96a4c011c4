package dev.huozi.formula.eval;

import dev.huozi.formula.value.EvaluationContext;
import org.jspecify.annotations.Nullable;

/// The compiled form of a formula's structure: knows slots, not fields, so that formulas of the
/// same shape share it.
interface FormulaCode {
  /// A value, null for a blank, or a [SiteError].
  @Nullable Object run(@Nullable Object[] inputs, EvaluationContext context);
}
