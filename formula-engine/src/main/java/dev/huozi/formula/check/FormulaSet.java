package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Formula fields that are defined together, of one object or of many: which needs which, and
/// whether one needs itself.
///
/// @param <N> names a field uniquely and readably, for example `account.limit`
public final class FormulaSet<N> {
  private final Map<N, CheckedFormula> formulas;
  private final Function<FieldPath, N> fields;
  private final DependencyGraph<N> graph = new DependencyGraph<>();

  /// @param fields names the field at the end of a path
  public FormulaSet(Map<N, CheckedFormula> formulas, Function<FieldPath, N> fields) {
    this.formulas = new LinkedHashMap<>(formulas);
    this.fields = fields;
    this.formulas.forEach((name, formula) -> graph.add(name, needs(formula)));
  }

  /// For the order of computing and for what changes with what.
  public DependencyGraph<N> graph() {
    return graph;
  }

  /// A formula that needs itself.
  ///
  /// @param diagnostic points at the reference that leads into the cycle and names its path
  public record Cycle<N>(N formula, Diagnostic diagnostic) {}

  public List<Cycle<N>> cycles() {
    return graph.cycles().stream().map(this::cycle).toList();
  }

  private Cycle<N> cycle(List<N> path) {
    String shown = path.stream().map(String::valueOf).collect(Collectors.joining(" → "));
    SourceSpan span = reference(path.getFirst(), path.get(1));
    return new Cycle<>(
        path.getFirst(), Diagnostic.of(FormulaProblem.FORMULA_CYCLE, span, "path", shown));
  }

  /// Every field that the formula reads: those at the ends of its paths, and the references on the
  /// way, which decide whose field it is.
  private Set<N> needs(CheckedFormula formula) {
    Set<N> needed = new LinkedHashSet<>();
    for (CheckedFormula.Input input : formula.inputs()) {
      FieldPath path = path(input);
      if (path != null) {
        DependencyGraph.prefixes(path).forEach(each -> needed.add(fields.apply(each)));
      }
    }
    return needed;
  }

  private static @Nullable FieldPath path(CheckedFormula.Input input) {
    return switch (input) {
      case CheckedFormula.Input.FieldValue value -> value.path();
      case CheckedFormula.Input.PriorValue prior -> prior.path();
      case CheckedFormula.Input.Changed changed -> changed.path();
      case CheckedFormula.Input.Fact _ -> null;
    };
  }

  private SourceSpan reference(N formula, N needed) {
    CheckedFormula checked = formulas.get(formula);
    List<TypedExpr> open = new ArrayList<>();
    if (checked != null) {
      open.add(checked.expression());
    }
    while (!open.isEmpty()) {
      TypedExpr next = open.removeLast();
      boolean reads =
          next instanceof TypedExpr.Field field
              && DependencyGraph.prefixes(field.path()).stream()
                  .anyMatch(each -> fields.apply(each).equals(needed));
      if (reads) {
        return next.span();
      }
      open.addAll(next.children().reversed());
    }
    return new SourceSpan(0, 0);
  }
}
