package dev.huozi.metadata.binding;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes properties out of the body of a component.
public final class PropertyRemoval {
  private PropertyRemoval() {}

  /// @param paths property paths (see `PropertyPath`), all of them as they are in `body`
  public static ObjectNode without(ObjectNode body, Collection<String> paths) {
    ObjectNode copy = body.deepCopy();
    // From the end of each list, so that the numbers before stay right.
    List<JsonPointer> pointers =
        paths.stream()
            .map(path -> JsonPointer.compile(PropertyPath.pointer(body, path)))
            .distinct()
            .sorted(Comparator.comparing(PropertyRemoval::position).reversed())
            .toList();
    pointers.forEach(pointer -> remove(copy.at(pointer.head()), pointer.last()));
    return copy;
  }

  /// Pointers compared step by step, numbers as numbers.
  private static String position(JsonPointer pointer) {
    return Stream.of(pointer.toString().split("/"))
        .map(step -> step.matches("[0-9]+") ? "%06d".formatted(Integer.parseInt(step)) : step)
        .collect(Collectors.joining("/"));
  }

  private static void remove(JsonNode parent, JsonPointer last) {
    if (parent instanceof ArrayNode list) {
      list.remove(last.getMatchingIndex());
    } else if (parent instanceof ObjectNode object) {
      object.remove(last.getMatchingProperty());
    }
  }
}
