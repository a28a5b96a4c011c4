package dev.huozi.formula.editor;

import dev.huozi.formula.function.Example;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.FunctionGroup;
import dev.huozi.formula.function.FunctionRegistry;
import dev.huozi.formula.function.Parameter;
import dev.huozi.formula.function.Signature;
import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A function as a reader of help sees it.
///
/// @param alias its name in the other language, or null
/// @param signatures one line for each way to call it: `CONTAINS(text, part)`
/// @param notSql why a filter cannot use it, or null where it can
public record FunctionCard(
    String name,
    @Nullable String alias,
    FunctionGroup group,
    String help,
    List<String> signatures,
    List<Example> examples,
    @Nullable String notSql) {
  public FunctionCard {
    signatures = List.copyOf(signatures);
    examples = List.copyOf(examples);
  }

  /// Every function that a formula may use, in the order of the reference.
  public static List<FunctionCard> all(Locale locale) {
    return FunctionRegistry.standard().functions().stream()
        .filter(function -> function.refusal() == null)
        .map(function -> of(function, locale))
        .toList();
  }

  private static FunctionCard of(FormulaFunction function, Locale locale) {
    LocalizedText reason = SqlTranslator.reasonAgainst(function);
    return new FunctionCard(
        function.name(),
        function.aliases().isEmpty() ? null : function.aliases().getFirst(),
        function.group(),
        function.help().get(locale, ""),
        function.signatures().stream()
            .map(signature -> line(function.name(), signature))
            .distinct()
            .toList(),
        function.examples(),
        reason == null ? null : reason.get(locale, ""));
  }

  private static String line(String name, Signature signature) {
    String parameters =
        signature.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    String more = signature.repeats() == Signature.Repeat.ONCE ? "" : ", …";
    return name + "(" + parameters + more + ")";
  }
}
