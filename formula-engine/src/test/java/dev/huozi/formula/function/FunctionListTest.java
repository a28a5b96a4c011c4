package dev.huozi.formula.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class FunctionListTest {

  @Test
  void every_function_is_complete() {
    assertThat(FunctionRegistry.standard().functions()).hasSizeGreaterThan(40);
    for (FormulaFunction function : FunctionRegistry.standard().functions()) {
      assertThat(function.help().texts().keySet()).as(function.name()).containsExactly("zh", "en");
      assertThat(function.aliases()).as("a Chinese name of %s", function.name()).isNotEmpty();
      assertThat(function.examples())
          .as("examples of %s", function.name())
          .hasSizeGreaterThanOrEqualTo(3);
      assertThat(function.signatures()).as("signatures of %s", function.name()).isNotEmpty();
    }
  }
}
