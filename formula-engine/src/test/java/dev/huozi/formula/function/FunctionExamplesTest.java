package dev.huozi.formula.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.check.BlankMode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example of every function, parsed, checked, compiled and run in both blank modes.
@Tag("fast")
final class FunctionExamplesTest {
  private final ExampleRecord record = new ExampleRecord();

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleShowsWhatItSays(Example example) {
    for (BlankMode mode : BlankMode.values()) {
      assertThat(record.show(example.formula(), mode))
          .as("%s, %s", example.formula(), mode)
          .isEqualTo(example.result());
    }
  }

  static Stream<Example> examples() {
    return FunctionRegistry.standard().functions().stream()
        .flatMap(each -> each.examples().stream());
  }
}
