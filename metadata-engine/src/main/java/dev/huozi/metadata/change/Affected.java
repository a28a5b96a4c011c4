package dev.huozi.metadata.change;

import dev.huozi.metadata.change.PlannedItem.Operation;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.Model;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who uses the things that a plan changes or removes. Words (labels, help), keys and orders
/// concern nobody else.
final class Affected {
  private static final Pattern WORDS =
      Pattern.compile(
          "(.*\\.)?(label|help|description|icon|color)(\\..*)?"
              + "|(indexes|uniqueKeys|extensible)(\\..*)?|.* \\(order\\)");
  private static final Pattern FIELD = Pattern.compile("fields\\.([^.]+)(\\..*)?");

  private Affected() {}

  static List<Use> of(MetadataKinds kinds, Model before, Model after, List<PlannedItem> items) {
    List<PlannedItem> touching =
        items.stream()
            .filter(
                item -> item.operation() != Operation.ADD && !WORDS.matcher(item.path()).matches())
            .toList();
    if (touching.isEmpty()) {
      return List.of();
    }
    UseIndex index = UseIndex.of(kinds, before);
    Set<Use> uses = new LinkedHashSet<>();
    for (PlannedItem item : touching) {
      Matcher field = FIELD.matcher(item.path());
      index.of(item.ref(), field.matches() ? field.group(1) : null).stream()
          .map(UseIndex.Found::use)
          .filter(use -> after.component(use.user()) != null)
          .forEach(uses::add);
    }
    return List.copyOf(uses);
  }
}
