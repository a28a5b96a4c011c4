package dev.huozi.record.seed;

import dev.huozi.metadata.model.ApiName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts seed tables in an order in which references find their records: what is pointed at first.
final class SeedOrder {
  private final Map<String, SeedPlan> byObject = new LinkedHashMap<>();
  private final Set<SeedPlan> done = new LinkedHashSet<>();

  private SeedOrder(List<SeedPlan> plans) {
    plans.forEach(plan -> byObject.put(ApiName.key(plan.object().name()), plan));
  }

  /// Tables that point at each other stand in the order of their files.
  static List<SeedPlan> of(List<SeedPlan> plans) {
    SeedOrder order = new SeedOrder(plans);
    plans.forEach(plan -> order.visit(plan, new LinkedHashSet<>()));
    return new ArrayList<>(order.done);
  }

  private void visit(SeedPlan plan, Set<SeedPlan> open) {
    if (done.contains(plan) || !open.add(plan)) {
      return;
    }
    for (String needed : plan.needs()) {
      SeedPlan before = byObject.get(ApiName.key(needed));
      if (before != null) {
        visit(before, open);
      }
    }
    done.add(plan);
  }
}
