package dev.huozi.ui.page;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.ui.icon.Icons;

/// An object as pages name it.
public record ObjectHead(String name, String label, String icon) {
  public static ObjectHead of(PageContext page, ObjectModel object, Icons icons) {
    return new ObjectHead(
        object.name(), page.label(object), icons.orPlain(object.definition().icon()));
  }
}
