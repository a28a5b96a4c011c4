package dev.huozi.ui.designer;

import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.FieldReference;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.ui.page.Words;
import dev.huozi.ui.page.plan.KindWords;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who uses the fields of one object in the drafted model: what every kind says of itself, gathered
/// once for all fields.
final class FieldUses {
  private final Map<String, Set<String>> byField = new HashMap<>();
  private final String object;
  private final DraftModel model;
  private final Words words;

  private FieldUses(String object, DraftModel model, Words words) {
    this.object = object;
    this.model = model;
    this.words = words;
  }

  static FieldUses of(String object, DraftModel model, MetadataKinds kinds, Words words) {
    FieldUses uses = new FieldUses(object, model, words);
    kinds.all().forEach(uses::add);
    return uses;
  }

  /// The names of what uses the field, in words.
  List<String> of(String field) {
    return List.copyOf(byField.getOrDefault(ApiName.key(field), Set.of()));
  }

  private <D extends Definition> void add(MetadataKind<D> kind) {
    for (D definition : model.all(kind)) {
      for (FieldReference reference : kind.fieldReferences(definition, model)) {
        if (ApiName.same(reference.object(), object)) {
          byField
              .computeIfAbsent(ApiName.key(reference.field()), _ -> new LinkedHashSet<>())
              .add(
                  KindWords.label(words, kind.id())
                      + words.get("colon")
                      + words.label(definition.label(), definition.name()));
        }
      }
    }
  }
}
