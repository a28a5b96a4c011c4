package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// One function. Implemented by one final class per function, listed in [StandardFunctions].
///
/// A function is either *strict* (its arguments are evaluated, then a [Kernel] is called: each [Signature] has one) or a
/// *special form* that checker and compiler know themselves because it evaluates lazily or types its arguments in its own
/// way ([#form] is not `NONE`; then signatures only document it).
public interface FormulaFunction {
  /// The English name in capitals; the canonical one.
  String name();

  /// Other names, the Chinese one first. Names do not depend on case.
  List<String> aliases();

  FunctionGroup group();

  /// Ways to call it, tried in this order: the first whose parameters accept the argument types wins.
  List<Signature> signatures();

  /// What it does and how, one to three sentences, in both languages.
  LocalizedText help();

  /// At least one; executed by the tests.
  List<Example> examples();

  /// How the compiler treats it.
  default SpecialForm form() {
    return SpecialForm.NONE;
  }

  /// What its value depends on beside its arguments.
  default Volatility volatility() {
    return Volatility.IMMUTABLE;
  }
}
