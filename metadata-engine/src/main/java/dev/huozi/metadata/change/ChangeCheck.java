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

/// What may not become of published components: asks each kind about the step from the old
/// definition to the new one.
final class ChangeCheck {
  private ChangeCheck() {}

  static void check(MetadataKinds kinds, Model before, Model after, Issues issues) {
    Map<Long, Component> old = new HashMap<>();
    before.components().forEach(component -> old.put(component.id(), component));
    for (Component component : after.components()) {
      Component previous = old.get(component.id());
      if (previous != null && !previous.equals(component)) {
        step(kinds.get(component.kind()), previous, component, issues);
      }
    }
  }

  private static <D extends Definition> void step(
      MetadataKind<D> kind, Component before, Component after, Issues issues) {
    Issues found = new Issues();
    kind.checkChange(
        kind.type().cast(before.definition()), kind.type().cast(after.definition()), found);
    for (Issue issue : found.list()) {
      String subject = after.ref() + " " + issue.subject();
      issues.add(
          new Issue(issue.code(), issue.severity(), subject, issue.location(), issue.parameters()));
    }
  }
}
