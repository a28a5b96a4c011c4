package dev.huozi.metadata.rule;

import dev.huozi.metadata.model.AnyScalar;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.OnByDefault;
import dev.huozi.platform.value.LocalizedText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule about the records of one object. All rules that hold are applied together: first those
/// that set values, then those that warn or block.
///
/// @param events what it is asked on; empty means every save
/// @param when formula over the record as it will be: the rule holds where it is true. ISNEW,
///   ISCHANGED and PRIORVALUE compare with the record as it is. Null only for `set`: always
/// @param message what the writer is told, for `warn` and `block`
/// @param fields the inputs that the message stands beside; none where it is about the whole record
/// @param sets for `set`: formulas of values by field
public record Rule(
    String name,
    LocalizedText label,
    LocalizedText description,
    String object,
    @OnByDefault boolean active,
    List<Event> events,
    @Nullable String when,
    Level level,
    LocalizedText message,
    List<String> fields,
    @AnyScalar Map<String, String> sets)
    implements Definition {
  public Rule {
    events = List.copyOf(events);
    fields = List.copyOf(fields);
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
  }

  /// What a rule is asked on.
  public enum Event {
    /// Every creation and change, through every door.
    save
  }

  /// What happens where a rule holds.
  public enum Level {
    /// Values are filled in.
    set,
    /// The writer is told and may go on.
    warn,
    /// Nothing is written.
    block
  }
}
