package dev.huozi.metadata.change;

import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.Model;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import java.util.HashMap;
import java.util.Map;

/// What can be known only by trying: asks each kind to try out its new and changed components.
final class Trials {
  private Trials() {}

  static void run(MetadataKinds kinds, long tenant, Model before, Model after, Issues issues) {
    Map<Long, Component> old = new HashMap<>();
    before.components().forEach(component -> old.put(component.id(), component));
    for (Component component : after.components()) {
      Component previous = old.get(component.id());
      if (previous == null || !previous.definition().equals(component.definition())) {
        one(kinds.get(component.kind()), tenant, component, issues);
      }
    }
  }

  private static <D extends Definition> void one(
      MetadataKind<D> kind, long tenant, Component component, Issues issues) {
    Issues found = new Issues();
    kind.tryOut(tenant, kind.type().cast(component.definition()), found);
    for (Issue issue : found.list()) {
      issues.add(
          new Issue(
              issue.code(),
              issue.severity(),
              component.ref() + " " + issue.subject(),
              issue.location(),
              issue.parameters()));
    }
  }
}
