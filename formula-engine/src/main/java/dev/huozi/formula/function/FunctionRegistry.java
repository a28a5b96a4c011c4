package dev.huozi.formula.function;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds functions by any of their names, without regard to case.
public final class FunctionRegistry {
  private static final FunctionRegistry STANDARD = new FunctionRegistry(StandardFunctions.list());

  private final List<FormulaFunction> functions;
  private final Map<String, FormulaFunction> byName = new HashMap<>();

  /// @throws IllegalArgumentException when two functions share a name
  public FunctionRegistry(Collection<FormulaFunction> functions) {
    this.functions = List.copyOf(functions);
    for (FormulaFunction function : functions) {
      put(function.name(), function);
      function.aliases().forEach(alias -> put(alias, function));
    }
  }

  /// All functions of the language.
  public static FunctionRegistry standard() {
    return STANDARD;
  }

  public List<FormulaFunction> functions() {
    return functions;
  }

  public @Nullable FormulaFunction find(String name) {
    return byName.get(key(name));
  }

  private void put(String name, FormulaFunction function) {
    FormulaFunction other = byName.putIfAbsent(key(name), function);
    if (other != null && other != function) {
      throw new IllegalArgumentException(
          "Functions (%s) and (%s) share the name (%s)."
              .formatted(other.name(), function.name(), name));
    }
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
