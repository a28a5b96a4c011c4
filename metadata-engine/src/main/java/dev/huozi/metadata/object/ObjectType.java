package dev.huozi.metadata.object;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.OnByDefault;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A business entity.
///
/// @param nameField API name of the text or autonumber field that names a record in links and
///   titles
/// @param icon name of an icon of the sprite
/// @param uniqueKeys combinations of fields that no two records share
/// @param indexes combinations of fields that lists filter or sort by
/// @param extensible false for locked objects of the system pack: no fields may be added
public record ObjectType(
    String name,
    LocalizedText label,
    LocalizedText description,
    @Nullable String icon,
    String nameField,
    @OnByDefault boolean extensible,
    List<Field> fields,
    List<List<String>> uniqueKeys,
    List<List<String>> indexes,
    @Nullable String was)
    implements Definition {
  public ObjectType {
    fields = List.copyOf(fields);
    uniqueKeys = uniqueKeys.stream().map(List::copyOf).toList();
    indexes = indexes.stream().map(List::copyOf).toList();
  }
}
