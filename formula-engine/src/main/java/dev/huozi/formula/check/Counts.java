package dev.huozi.formula.check;

import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.Parameter;
import dev.huozi.formula.function.Signature;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Says how many arguments a function takes, and how it is called.
final class Counts {
  private Counts() {}

  static LocalizedText range(int least, int most) {
    return least == most ? exactly(Set.of(least)) : atLeast(least);
  }

  static LocalizedText of(List<Signature> signatures) {
    Set<Integer> exact = new TreeSet<>();
    int least = -1;
    for (Signature signature : signatures) {
      exact.add(signature.parameters().size());
      least = signature.repeats() == Signature.Repeat.ONCE ? least : signature.parameters().size();
    }
    return least >= 0 ? atLeast(least) : exactly(exact);
  }

  private static LocalizedText atLeast(int least) {
    return LocalizedText.of("至少 " + least, "at least " + least);
  }

  private static LocalizedText exactly(Set<Integer> counts) {
    List<String> texts = counts.stream().sorted().map(String::valueOf).toList();
    return LocalizedText.of(String.join(" 或 ", texts), String.join(" or ", texts));
  }

  /// `LEFT(text, count)`, all ways one after the other.
  static String usage(FormulaFunction function) {
    return function.signatures().stream()
        .map(signature -> usage(function.name(), signature))
        .collect(Collectors.joining(", "));
  }

  private static String usage(String name, Signature signature) {
    String repeated = signature.repeats() == Signature.Repeat.ONCE ? "" : ", …";
    return signature.parameters().stream()
        .map(Parameter::name)
        .collect(Collectors.joining(", ", name + "(", repeated + ")"));
  }
}
