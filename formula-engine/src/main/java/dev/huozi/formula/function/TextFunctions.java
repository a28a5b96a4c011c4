package dev.huozi.formula.function;

import java.util.List;

/// The functions of the chapter text.
final class TextFunctions {
  private TextFunctions() {}

  static List<FormulaFunction> list() {
    return List.of(
        new Left(),
        new Right(),
        new Mid(),
        new Substring(),
        new Length(),
        new Find(),
        new Contains(),
        new Begins(),
        new Substitute(),
        new Trim(),
        new Upper(),
        new Lower(),
        new InitialCapitals(),
        new PadLeft(),
        new PadRight(),
        new Reverse(),
        new Ascii(),
        new CharacterOf(),
        new Regex(),
        new LineBreak(),
        new TextOf(),
        new ValueOf(),
        new CaseSafeId(),
        new Hyperlink(),
        new Image(),
        new AmountInCapitals(),
        new IdentityNumber(),
        new CreditCode());
  }
}
