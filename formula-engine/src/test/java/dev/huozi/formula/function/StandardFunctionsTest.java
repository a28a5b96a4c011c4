package dev.huozi.formula.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.type.Family;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds for every function of the language.
@Tag("fast")
final class StandardFunctionsTest {
  private final List<FormulaFunction> functions = FunctionRegistry.standard().functions();

  @Test
  void everyNameAndAliasIsUniqueWithoutRegardToCase() {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (FormulaFunction function : functions) {
      List<String> names = new ArrayList<>(function.aliases());
      names.add(function.name());
      names.stream().filter(name -> !seen.add(name.toUpperCase(Locale.ROOT))).forEach(twice::add);
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void everyFunctionHasAChineseNameFirst() {
    assertThat(functions)
        .allSatisfy(function ->
            assertThat(function.aliases().getFirst())
                .as(function.name())
                .matches("[\\p{IsHan}]{1,7}"));
  }

  @Test
  void everyFunctionExplainsItselfInBothLanguages() {
    assertThat(functions)
        .allSatisfy(function -> {
          assertThat(function.help().find(Locale.CHINESE))
              .as(function.name())
              .matches("(?s).*\\p{IsHan}.*");
          assertThat(function.help().find(Locale.ENGLISH)).as(function.name()).doesNotContain("。");
        });
  }

  @Test
  void everyFunctionShowsAtLeastThreeExamples() {
    assertThat(functions)
        .filteredOn(function -> function.refusal() == null)
        .allSatisfy(function ->
            assertThat(function.examples()).as(function.name()).hasSizeGreaterThanOrEqualTo(3));
  }

  @Test
  void everyStrictSignatureHasAKernelThatFitsItsParameters() {
    for (FormulaFunction function : functions) {
      for (Signature signature : function.signatures()) {
        Kernel kernel = signature.kernel();
        assertThat(kernel == null)
            .as(function.name())
            .isEqualTo(function.form() != SpecialForm.NONE);
        if (kernel != null) {
          assertFits(function.name(), signature, kernel);
        }
      }
    }
  }

  private static void assertFits(String name, Signature signature, Kernel kernel) {
    List<Class<?>> types = new ArrayList<>(kernel.type().parameterList());
    types.removeIf(type -> type.getSimpleName().equals("EvaluationContext"));
    if (signature.repeats() == Signature.Repeat.FOLD) {
      types.removeLast();
    }
    assertThat(types).as(name).hasSameSizeAs(signature.parameters());
    for (int i = 0; i < types.size(); i++) {
      Class<?> type = types.get(i);
      boolean primitive = type.isPrimitive();
      assertThat(primitive && signature.blanks() != BlankRule.PROPAGATE)
          .as(name + " takes a blank")
          .isFalse();
      Family family = signature.parameter(i).type().family();
      if (!primitive && family != null) {
        assertThat(type).as(name).isEqualTo(family.javaClass());
      }
    }
  }
}
