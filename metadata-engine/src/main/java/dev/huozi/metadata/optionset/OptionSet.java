package dev.huozi.metadata.optionset;

import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.OnByDefault;
import dev.huozi.platform.value.LocalizedText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of a picklist. Codes never change and are never reused; records keep deactivated
/// codes.
public record OptionSet(
    String name,
    LocalizedText label,
    List<Option> values,
    @Nullable DependsOn dependsOn,
    @Nullable String was)
    implements Definition {
  public OptionSet {
    values = List.copyOf(values);
  }

  /// What users call a code: the code itself where it has no label.
  public LocalizedText label(String code) {
    return values.stream()
        .filter(option -> option.code().equals(code) && !option.label().isEmpty())
        .findFirst()
        .map(Option::label)
        .orElseGet(() -> LocalizedText.of(code, code));
  }

  /// One value.
  ///
  /// @param color `green amber red blue violet gray`, or null
  public record Option(
      String code, LocalizedText label, @Nullable String color, @OnByDefault boolean active) {}

  /// Which codes are allowed for each code of the controlling set. A controlling code that is not
  /// in the map allows none.
  public record DependsOn(String set, Map<String, List<String>> map) {
    public DependsOn {
      Map<String, List<String>> copy = new LinkedHashMap<>();
      map.forEach((code, allowed) -> copy.put(code, List.copyOf(allowed)));
      map = Collections.unmodifiableMap(copy);
    }
  }
}
