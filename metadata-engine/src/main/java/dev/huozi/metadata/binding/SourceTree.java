package dev.huozi.metadata.binding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.platform.problem.SourceLocation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON tree that knows where its parts stand in the file it came from.
///
/// @param byPointer places by JSON pointer (`/fields/3/label`); a map entry stands at its key
public record SourceTree(JsonNode tree, Map<String, SourceLocation> byPointer) {
  public SourceTree {
    byPointer = Map.copyOf(byPointer);
  }

  /// Another tree of the same form, with the same places.
  public SourceTree with(JsonNode other) {
    return new SourceTree(other, byPointer);
  }

  /// A tree that comes from no file: an API body, a row of the catalogue.
  public static SourceTree of(JsonNode tree) {
    return new SourceTree(tree, Map.of());
  }

  /// The place at a JSON pointer or of the nearest thing around it; null when the tree comes from
  /// no file.
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
