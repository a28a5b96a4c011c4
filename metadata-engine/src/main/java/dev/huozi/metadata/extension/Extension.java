package dev.huozi.metadata.extension;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.model.Definition;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// Fields that a pack adds to an object of another pack: `activity` gets a lookup to `account`
/// where `crm_base` is installed. To everybody else they are fields of the object like its own.
///
/// @param object API name of the object that gets the fields
public record Extension(String name, LocalizedText label, String object, List<Field> fields)
    implements Definition {
  public Extension {
    fields = List.copyOf(fields);
  }
}
