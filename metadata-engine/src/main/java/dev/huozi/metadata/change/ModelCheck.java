package dev.huozi.metadata.change;

import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.model.NearestName;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.model.TextCheck;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;

/// Checks a whole model: names, labels, references between components, and what each kind asks for.
/// Collects everything.
public final class ModelCheck {
  private ModelCheck() {}

  /// The subject of each issue is kind, name and property: `object store fields.dealer.target`.
  public static void check(MetadataKinds kinds, Model model, Issues issues) {
    for (MetadataKind<?> kind : kinds.all()) {
      for (Component component : model.components(kind.id())) {
        check(kind, component, model, issues);
      }
    }
  }

  private static <D extends Definition> void check(
      MetadataKind<D> kind, Component component, Model model, Issues issues) {
    D definition = kind.type().cast(component.definition());
    Issues found = new Issues();
    ApiName.check(definition.name(), "name", found);
    TextCheck.label(definition.label(), "label", found);
    for (Reference reference : kind.references(definition)) {
      if (model.component(reference.to()) == null) {
        found.error(
            MetadataError.REFERENCE_MISSING,
            reference.path(),
            "kind",
            reference.to().kind(),
            "name",
            reference.to().name(),
            "hint",
            NearestName.hint(
                model.components(reference.to().kind()).stream()
                    .map(one -> one.definition().name())
                    .toList(),
                reference.to().name()));
      }
    }
    kind.check(definition, model, found);
    found.list().forEach(issue -> issues.add(named(component, issue)));
  }

  private static Issue named(Component component, Issue issue) {
    String path = issue.subject();
    String subject = component.ref() + (path == null || path.isEmpty() ? "" : " " + path);
    return new Issue(issue.code(), issue.severity(), subject, issue.location(), issue.parameters());
  }
}
