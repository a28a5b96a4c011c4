package dev.huozi.formula.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which formula needs which fields. Knows nothing of objects: a node is whatever names a field
/// uniquely.
///
/// @param <N> names a field, for example object and field
public final class DependencyGraph<N> {
  private final Map<N, Set<N>> needs = new LinkedHashMap<>();
  private final Map<N, Set<N>> neededBy = new HashMap<>();

  /// Says what a formula field reads directly.
  public void add(N formula, Collection<N> fields) {
    needs.computeIfAbsent(formula, _ -> new LinkedHashSet<>()).addAll(fields);
    for (N field : fields) {
      neededBy.computeIfAbsent(field, _ -> new LinkedHashSet<>()).add(formula);
    }
  }

  /// Fields that a path reads: the field at its end, and the references on the way, which decide
  /// whose field it is.
  public static List<FieldPath> prefixes(FieldPath path) {
    List<FieldPath> all = new ArrayList<>();
    for (int i = 1; i <= path.steps().size(); i++) {
      all.add(new FieldPath(path.steps().subList(0, i)));
    }
    return all;
  }

  /// Formula fields that change when one of `fields` does, directly or through others, in an order
  /// in which each comes after what it needs. For a graph without cycles.
  public List<N> dependants(Collection<N> fields) {
    Set<N> reached = new LinkedHashSet<>();
    Deque<N> open = new ArrayDeque<>(fields);
    while (!open.isEmpty()) {
      for (N formula : neededBy.getOrDefault(open.pop(), Set.of())) {
        if (reached.add(formula)) {
          open.push(formula);
        }
      }
    }
    return order().stream().filter(reached::contains).toList();
  }

  /// All formula fields, each after those that it needs. For a graph without cycles.
  public List<N> order() {
    List<N> ordered = new ArrayList<>();
    new Search(ordered, new ArrayList<>()).all();
    return ordered;
  }

  /// Cycles, each with its path: the first node again at the end. Empty when all is well; at least
  /// one for each group of formulas that need each other.
  public List<List<N>> cycles() {
    List<List<N>> cycles = new ArrayList<>();
    new Search(new ArrayList<>(), cycles).all();
    return cycles;
  }

  /// A depth-first search without recursion, since chains may be long.
  private final class Search {
    private final List<N> finished;
    private final List<List<N>> cycles;
    private final Set<N> done = new HashSet<>();
    private final List<N> path = new ArrayList<>();
    private final Set<N> onPath = new HashSet<>();
    private final Deque<java.util.Iterator<N>> open = new ArrayDeque<>();

    private Search(List<N> finished, List<List<N>> cycles) {
      this.finished = finished;
      this.cycles = cycles;
    }

    private void all() {
      for (N start : needs.keySet()) {
        if (!done.contains(start)) {
          enter(start);
          run();
        }
      }
    }

    private void enter(N node) {
      path.add(node);
      onPath.add(node);
      open.push(needs.getOrDefault(node, Set.of()).iterator());
    }

    private void run() {
      while (!open.isEmpty()) {
        if (!open.getFirst().hasNext()) {
          leave();
          continue;
        }
        N next = open.getFirst().next();
        if (onPath.contains(next)) {
          List<N> cycle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
          cycle.add(next);
          cycles.add(List.copyOf(cycle));
        } else if (needs.containsKey(next) && !done.contains(next)) {
          enter(next);
        }
      }
    }

    private void leave() {
      open.pop();
      N node = path.removeLast();
      onPath.remove(node);
      done.add(node);
      finished.add(node);
    }
  }
}
