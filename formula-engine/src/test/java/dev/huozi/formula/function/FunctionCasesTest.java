package dev.huozi.formula.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.function.CaseReader.Case;
import dev.huozi.formula.value.EvaluationContext;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Kernels against files of cases whose results are known from elsewhere.
@Tag("fast")
final class FunctionCasesTest {
  private static final MathContext ROUGHLY = new MathContext(12);

  /// Functions of the clock, of the record and of tenant data, which have tests of their own; and
  /// two constants.
  private static final Set<String> ELSEWHERE =
      Set.of(
          "TODAY",
          "NOW",
          "TIMENOW",
          "WORKDAY",
          "NETWORKDAYS",
          "WORKDAYS",
          "CURRENCYRATE",
          "GEOLOCATION",
          "PICKLISTCOUNT",
          "VLOOKUP",
          "BR",
          "PI");

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseHasItsKnownResult(Case each) {
    FormulaFunction function = FunctionRegistry.standard().find(each.function());
    assertThat(function).isNotNull();
    EvaluationContext context =
        EvaluationContext.of(Instant.parse("2024-05-15T08:30:00Z"), ZoneOffset.UTC);

    String actual = KernelCall.show(function, each.arguments(), context);

    if (each.expected().startsWith("~")) {
      assertThat(new BigDecimal(actual).round(ROUGHLY))
          .isEqualByComparingTo(new BigDecimal(each.expected().substring(1)).round(ROUGHLY));
    } else {
      assertThat(actual).isEqualTo(each.expected());
    }
  }

  @Test
  void everyStrictFunctionHasTwentyCasesAndOneOfThemIsBlank() {
    Map<String, List<Case>> byFunction = cases().collect(Collectors.groupingBy(Case::function));
    for (FormulaFunction function : FunctionRegistry.standard().functions()) {
      if (function.form() == SpecialForm.NONE && !ELSEWHERE.contains(function.name())) {
        List<Case> own = byFunction.getOrDefault(function.name(), List.of());
        assertThat(own).as(function.name()).hasSizeGreaterThanOrEqualTo(20);
        Set<Object> arguments = new HashSet<>();
        own.forEach(each -> arguments.addAll(each.arguments()));
        assertThat(arguments).as(function.name()).containsNull();
      }
    }
  }

  static Stream<Case> cases() {
    return Stream.of("math-cases.txt", "text-cases.txt", "date-cases.txt")
        .flatMap(file -> CaseReader.read(file).stream());
  }
}
