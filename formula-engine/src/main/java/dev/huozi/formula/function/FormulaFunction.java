package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One function. Implemented by one final class per function, listed in [StandardFunctions].
///
/// A function is either *strict* (its arguments are evaluated, then a [Kernel] is called: each
/// [Signature] has one) or a *special form* that checker and compiler know themselves because it
/// evaluates lazily or types its arguments in its own way ([#form] is not `NONE`; then signatures
/// only document it).
public interface FormulaFunction {
  /// The English name in capitals; the canonical one.
  String name();

  /// Other names, the Chinese one first. Names do not depend on case.
  List<String> aliases();

  FunctionGroup group();

  /// Ways to call it, tried in this order: the first whose parameters accept the argument types
  /// wins.
  List<Signature> signatures();

  /// What it does and how, one to three sentences, in both languages.
  LocalizedText help();

  /// At least one; executed by the tests.
  List<Example> examples();

  /// How the compiler treats it.
  default SpecialForm form() {
    return SpecialForm.NONE;
  }

  /// What its value depends on beside its arguments, in the worst of its signatures.
  default Volatility volatility() {
    return Volatility.IMMUTABLE;
  }

  /// What its value depends on when called in one way: DATEVALUE of a text depends on nothing, of a
  /// datetime on the zone. What a kernel does not get from the context it cannot depend on.
  default Volatility volatility(Signature signature) {
    Kernel kernel = signature.kernel();
    return kernel == null || kernel.takesContext() ? volatility() : Volatility.IMMUTABLE;
  }

  /// Why a formula may not use it, with advice; null for the functions that work. The name is
  /// known, so that a formula brought from elsewhere gets a reason instead of "unknown".
  default @Nullable LocalizedText refusal() {
    return null;
  }
}
