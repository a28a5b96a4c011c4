package dev.huozi.metadata.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// In which order formulas give values: what one reads has been given before it, and by name where
/// that leaves a choice. One may read what it gives itself, as one that trims a text does.
public final class ValueOrder {
  private final Map<String, Set<String>> readBy = new HashMap<>();

  private ValueOrder(List<Step> steps) {
    for (Step step : steps) {
      for (String read : step.reads()) {
        for (String written : step.writes()) {
          if (!read.equals(written)) {
            readBy.computeIfAbsent(read, _ -> new TreeSet<>()).add(written);
          }
        }
      }
    }
  }

  /// One rule or default: the fields of its own record that it reads and those that it gives.
  public record Step(String name, Set<String> reads, Set<String> writes) {
    public Step {
      reads = Set.copyOf(reads);
      writes = Set.copyOf(writes);
    }
  }

  /// The steps in order. Their fields go in no circle.
  public static List<Step> sort(List<Step> steps) {
    ValueOrder order = new ValueOrder(steps);
    Map<String, Integer> ranks = new HashMap<>();
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(
        Comparator.comparingInt((Step step) -> order.rank(step, steps, ranks))
            .thenComparing(Step::name));
    return sorted;
  }

  /// The longest way from a field that nothing gives.
  private int rank(Step step, List<Step> steps, Map<String, Integer> ranks) {
    return step.writes().stream().mapToInt(field -> rank(field, steps, ranks)).max().orElse(0);
  }

  private int rank(String field, List<Step> steps, Map<String, Integer> ranks) {
    Integer known = ranks.get(field);
    if (known != null) {
      return known;
    }
    ranks.put(field, 0);
    int rank = 0;
    for (Step step : steps) {
      if (step.writes().contains(field)) {
        for (String read : step.reads()) {
          rank = read.equals(field) ? rank : Math.max(rank, rank(read, steps, ranks) + 1);
        }
      }
    }
    ranks.put(field, rank);
    return rank;
  }

  /// The fields of a circle that goes through one of `fields`; empty when there is none.
  public static Set<String> circle(List<Step> steps, Set<String> fields) {
    ValueOrder order = new ValueOrder(steps);
    for (String field : new TreeSet<>(fields)) {
      Set<String> way = order.way(field, field, new LinkedHashSet<>());
      if (!way.isEmpty()) {
        return way;
      }
    }
    return Set.of();
  }

  private Set<String> way(String from, String to, Set<String> visited) {
    for (String next : readBy.getOrDefault(from, Set.of())) {
      if (next.equals(to)) {
        return new LinkedHashSet<>(List.of(to, from));
      }
      if (visited.add(next)) {
        Set<String> rest = way(next, to, visited);
        if (!rest.isEmpty()) {
          rest.add(from);
          return rest;
        }
      }
    }
    return Set.of();
  }
}
