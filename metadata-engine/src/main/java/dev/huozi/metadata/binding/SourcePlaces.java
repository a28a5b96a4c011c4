package dev.huozi.metadata.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.huozi.platform.problem.SourceLocation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the parts of one tree stand in its file.
///
/// @param byPointer places by JSON pointer (`/fields/3/label`); a map entry stands at its key
public record SourcePlaces(JsonNode tree, Map<String, SourceLocation> byPointer) {
  /// For trees that come from no file.
  public static final SourcePlaces NONE = new SourcePlaces(MissingNode.getInstance(), Map.of());

  public SourcePlaces {
    byPointer = Map.copyOf(byPointer);
  }

  /// The place at a JSON pointer or of the nearest thing around it; null when the tree comes from no file.
  public @Nullable SourceLocation at(String pointer) {
    String rest = pointer;
    while (true) {
      SourceLocation found = byPointer.get(rest);
      if (found != null || rest.isEmpty()) {
        return found;
      }
      rest = rest.substring(0, rest.lastIndexOf('/'));
    }
  }

  /// The place of a property path (`fields.amount.label.zh`), or of the nearest thing around it.
  public @Nullable SourceLocation atPath(String path) {
    return at(PropertyPath.pointer(tree, path));
  }
}
