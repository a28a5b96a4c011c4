package dev.huozi.formula.eval;

import dev.huozi.formula.function.FunctionRegistry;
import dev.huozi.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Formulas that people might write: the examples of the functions, the cases of the special forms,
/// and the design team's examples where their folder stands beside the checkout.
public final class SeedFormulas {
  private SeedFormulas() {}

  public static List<String> all() {
    Set<String> all = new LinkedHashSet<>();
    FunctionRegistry.standard()
        .functions()
        .forEach(function -> function.examples().forEach(each -> all.add(each.formula())));
    lines().stream()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> all.add(line.split(" => ", 2)[0]));
    all.addAll(shared());
    return List.copyOf(all);
  }

  private static List<String> lines() {
    try (var in = FunctionRegistry.class.getResourceAsStream("form-cases.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> shared() {
    Path folder = Path.of("").toAbsolutePath();
    for (int up = 0; up < 4 && folder != null; up++, folder = folder.getParent()) {
      Path file = folder.resolve("shared/examples/formula-cases.jsonl");
      if (Files.exists(file)) {
        try {
          return Files.readAllLines(file).stream()
              .map(line -> Json.read(line).path("formula").asText())
              .toList();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return List.of();
  }
}
