package dev.huozi.formula.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.FunctionGroup;
import dev.huozi.formula.function.FunctionRegistry;
import dev.huozi.formula.function.Signature;
import dev.huozi.formula.function.SpecialForm;
import dev.huozi.formula.type.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The compiler against an independent plain evaluator, on generated formulas.
@Tag("fast")
final class GeneratedCasesTest {
  /// How often every class must have been met.
  private static final int OFTEN = 20;

  /// Functions that need what generated cases do not have: rates, ids of Salesforce.
  private static final Set<String> ELSEWHERE = Set.of("CURRENCYRATE", "CASESAFEID", "VLOOKUP");

  private final long seed = Long.getLong("huozi.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final FormulaGenerator generator = new FormulaGenerator(random);
  private final GeneratedCases cases = new GeneratedCases(random);
  private final List<String> differences = new ArrayList<>();

  @Test
  void everyFunctionGivesThePlainResultForEveryArgumentTypeBlankAndError() {
    Map<String, Integer> met = new TreeMap<>();
    for (FormulaFunction function : FunctionRegistry.standard().functions()) {
      if (function.form() != SpecialForm.NONE || ELSEWHERE.contains(function.name())) {
        continue;
      }
      for (Signature signature : function.signatures()) {
        cover(function, signature, met);
      }
    }
    assertThat(differences).as("seed %d", seed).isEmpty();
    assertThat(met)
        .as("seed %d", seed)
        .allSatisfy((_, times) -> assertThat(times).isGreaterThanOrEqualTo(OFTEN));
    assertThat(met).hasSizeGreaterThan(250);
  }

  private void cover(FormulaFunction function, Signature signature, Map<String, Integer> met) {
    int count =
        signature.parameters().size()
            + (signature.repeats() == Signature.Repeat.ONCE ? 0 : random.nextInt(3));
    if (count == 0) {
      run(function.name() + "()", "VALUE", function.name() + "()", met);
      met.put(function.name() + "()", OFTEN);
    }
    for (int i = 0; i < count; i++) {
      for (FormulaGenerator.Kind kind : FormulaGenerator.Kind.values()) {
        String name = function.name() + signature.parameters() + " " + i + " " + kind;
        met.putIfAbsent(name, 0);
        for (int attempt = 0; attempt < OFTEN * 4 && met.get(name) < OFTEN + 5; attempt++) {
          run(generator.call(function, signature, count, i, kind), kind.name(), name, met);
        }
      }
    }
  }

  private void run(String source, String wanted, String name, Map<String, Integer> met) {
    for (BlankMode mode : BlankMode.values()) {
      GeneratedCases.Result result = cases.run(source, mode);
      if (result.difference() != null && differences.size() < 10) {
        differences.add(result.difference());
      }
      boolean counted = !result.outcome().equals("INVALID") && !wanted.isEmpty();
      if (counted && mode == BlankMode.BLANK) {
        met.merge(name, 1, Integer::sum);
      }
    }
  }

  @Test
  void nestedFormulasGiveThePlainResult() {
    Map<String, Integer> outcomes = new TreeMap<>();
    List<Family> families =
        List.of(
            Family.NUMERIC, Family.TEXT, Family.BOOLEAN, Family.DATE, Family.DATETIME, Family.TIME);
    for (int i = 0; i < 6_000; i++) {
      String source =
          generator.expression(families.get(i % families.size()), FormulaGenerator.Kind.VALUE, 5);
      for (BlankMode mode : BlankMode.values()) {
        GeneratedCases.Result result = cases.run(source, mode);
        outcomes.merge(result.outcome(), 1, Integer::sum);
        if (result.difference() != null && differences.size() < 10) {
          differences.add(result.difference());
        }
      }
    }
    assertThat(differences).as("seed %d", seed).isEmpty();
    assertThat(outcomes.get("VALUE")).as("seed %d, %s", seed, outcomes).isGreaterThan(3_000);
    assertThat(outcomes.get("BLANK")).isGreaterThan(300);
    assertThat(outcomes.get("ERROR")).isGreaterThan(300);
    assertThat(outcomes.getOrDefault("INVALID", 0)).isLessThan(400);
  }

  @Test
  void thePlainEvaluatorKnowsEveryFunction() {
    assertThat(FunctionRegistry.standard().functions())
        .filteredOn(each -> each.form() == SpecialForm.NONE && each.group() != FunctionGroup.RULE)
        .filteredOn(each -> !ELSEWHERE.contains(each.name()))
        .allSatisfy(each -> assertThat(PlainFunctions.knows(each.name())).as(each.name()).isTrue());
  }
}
