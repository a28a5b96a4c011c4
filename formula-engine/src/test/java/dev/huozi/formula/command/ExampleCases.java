package dev.huozi.formula.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.formula.check.BlankMode;
import dev.huozi.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The design team's example cases, from the folder that stands beside the checkout, and how an
/// answer is scored.
final class ExampleCases {
  private ExampleCases() {}

  /// Empty when the folder is not there.
  static List<String> lines() {
    Path folder = Path.of("").toAbsolutePath();
    for (int up = 0; up < 4 && folder != null; up++, folder = folder.getParent()) {
      Path file = folder.resolve("shared/examples/formula-cases.jsonl");
      if (Files.exists(file)) {
        try {
          return Files.readAllLines(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return List.of();
  }

  /// The cases whose answer is not the expected one.
  static List<String> misses(CaseRunner runner, BlankMode mode) {
    List<String> misses = new ArrayList<>();
    for (String line : lines()) {
      JsonNode test = Json.read(line);
      JsonNode answer = Json.read(runner.run(line));
      if (!isRight(test, expected(test, mode), answer)) {
        misses.add(test.path("id").asText() + ": " + test.path("formula").asText() + ": " + answer);
      }
    }
    return misses;
  }

  private static JsonNode expected(JsonNode test, BlankMode mode) {
    return mode == BlankMode.BLANK && test.has("expected_blank")
        ? test.path("expected_blank")
        : test.path("expected");
  }

  private static boolean isRight(JsonNode test, JsonNode expected, JsonNode answer) {
    if (answer.has("parses")) {
      return answer.path("parses").asBoolean() == expected.path("parses").asBoolean();
    }
    if (answer.has("unsupported")) {
      return true;
    }
    if (expected.has("error") || answer.has("error")) {
      return expected.has("error") && answer.has("error");
    }
    JsonNode value = answer.path("value");
    return isNothing(value) && isNothing(expected)
        || value.asText().equals(expected.asText())
        || near(number(value), number(expected), test.path("tags").toString().contains("approx"));
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull()
        || value.isBoolean() && !value.booleanValue()
        || value.asText().isEmpty() && !value.isBoolean();
  }

  private static @Nullable BigDecimal number(JsonNode value) {
    try {
      return new BigDecimal(value.asText());
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static boolean near(
      @Nullable BigDecimal actual, @Nullable BigDecimal expected, boolean approximate) {
    if (actual == null || expected == null) {
      return false;
    }
    BigDecimal tolerance =
        new BigDecimal(approximate ? "1e-11" : "1e-17")
            .multiply(expected.abs().max(BigDecimal.ONE));
    return actual.subtract(expected).abs().compareTo(tolerance) <= 0;
  }
}
