package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.change.DefinitionDiff;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.platform.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares the files of two packs by what they say, in the form of a plan.
final class PackDifference {
  private final PackReader reader = new PackReader(ProgramKinds.ALL);
  private final Locale locale;

  /// @param locale of what is said about files that cannot be read
  PackDifference(Locale locale) {
    this.locale = locale;
  }

  String idOf(Map<String, String> files) {
    return read(files).manifest().id();
  }

  /// What must change in `before` to become `after`; an empty map is no pack at all.
  ObjectNode between(Map<String, String> before, Map<String, String> after) {
    Map<MetadataRef, JsonNode> old = bodies(before);
    Map<MetadataRef, JsonNode> wished = bodies(after);
    Set<MetadataRef> refs = new TreeSet<>((one, two) -> one.toString().compareTo(two.toString()));
    refs.addAll(old.keySet());
    refs.addAll(wished.keySet());
    ObjectNode plan = JsonNodeFactory.instance.objectNode();
    ArrayNode items = plan.putArray("items");
    for (MetadataRef ref : refs) {
      DefinitionDiff.items(ref, ProgramKinds.ALL.find(ref.kind()), old.get(ref), wished.get(ref))
          .forEach(item -> items.add(json(item)));
    }
    return plan;
  }

  private Map<MetadataRef, JsonNode> bodies(Map<String, String> files) {
    Map<MetadataRef, JsonNode> bodies = new LinkedHashMap<>();
    if (files.isEmpty()) {
      return bodies;
    }
    Pack pack = read(files);
    bodies.put(
        new MetadataRef("pack", pack.manifest().id()), DefinitionWriter.write(pack.manifest()));
    for (MetadataChange.Put put : pack.components()) {
      bodies.put(put.ref(), DefinitionWriter.write((Record) put.definition()));
    }
    return bodies;
  }

  private Pack read(Map<String, String> files) {
    try {
      return reader.read(new TreeMap<>(files));
    } catch (ProblemException problem) {
      throw LocalProblem.of(problem, locale);
    }
  }

  private static ObjectNode json(PlannedItem item) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("op", item.operation().name().toLowerCase(Locale.ROOT))
        .put("kind", item.ref().kind())
        .put("name", item.ref().name())
        .put("path", item.path());
    put(json, "before", item.before());
    put(json, "after", item.after());
    return json.put("risk", item.risk().name().toLowerCase(Locale.ROOT));
  }

  private static void put(ObjectNode json, String name, @Nullable JsonNode value) {
    if (value != null) {
      json.set(name, value);
    }
  }
}
