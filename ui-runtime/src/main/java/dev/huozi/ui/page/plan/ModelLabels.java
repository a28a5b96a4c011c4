package dev.huozi.ui.page.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.PropertyPath;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.ui.page.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What components, fields and options are called: as they are published, else as a plan would make
/// them. What is known under neither keeps its API name.
final class ModelLabels {
  private static final String OBJECT = "object";

  private final MetadataSnapshot snapshot;
  private final MetadataKinds kinds;
  private final Words words;
  private final Map<MetadataRef, JsonNode> bodies = new HashMap<>();
  private final Map<MetadataRef, Map<String, JsonNode>> parts = new HashMap<>();

  /// @param items the plan whose new names shall be known too
  ModelLabels(
      MetadataSnapshot snapshot, MetadataKinds kinds, Words words, List<PlannedItem> items) {
    this.snapshot = snapshot;
    this.kinds = kinds;
    this.words = words;
    for (PlannedItem item : items) {
      JsonNode node = item.after() == null ? item.before() : item.after();
      if (node != null && item.path().isEmpty()) {
        bodies.put(key(item.ref()), node);
      } else if (node != null) {
        parts.computeIfAbsent(key(item.ref()), _ -> new HashMap<>()).put(item.path(), node);
      }
    }
  }

  Words words() {
    return words;
  }

  /// The label of a component.
  String component(MetadataRef ref) {
    return text(body(ref).path("label"), ref.name());
  }

  boolean isPublished(MetadataRef ref) {
    return published(ref) != null;
  }

  /// The object that the component is about: itself, or the one that it names. Empty for none.
  String objectOf(MetadataRef ref) {
    return ref.kind().equals(OBJECT) ? ref.name() : body(ref).path(OBJECT).asText("");
  }

  /// The label of a field, along lookups too: `dealer.grade` is `经销商 › 等级`.
  String field(String object, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return oneField(object, path);
    }
    String first = path.substring(0, dot);
    JsonNode lookup = fieldNode(object, first);
    boolean person = lookup.path("type").asText("").equals("user");
    String target = lookup.path("target").asText(person ? FieldType.User.OBJECT : "");
    return oneField(object, first) + " › " + field(target, path.substring(dot + 1));
  }

  /// The item of that name in the list at `path` of the component, before or after; missing when
  /// there is none.
  JsonNode item(MetadataRef ref, String path) {
    JsonNode node = body(ref);
    String at = "";
    for (String step : path.split("\\.")) {
      at = PropertyPath.join(at, step);
      JsonNode inside = node.isArray() ? named(node, step) : node.path(step);
      node =
          inside.isMissingNode()
              ? parts.getOrDefault(key(ref), Map.of()).getOrDefault(at, MissingNode.getInstance())
              : inside;
    }
    return node;
  }

  /// The text of a label in the reader's language, else in any, else `otherwise`.
  String text(JsonNode label, String otherwise) {
    JsonNode own = label.path(words.locale().getLanguage());
    if (own.isTextual() && !own.textValue().isEmpty()) {
      return own.textValue();
    }
    return label.isObject() && !label.isEmpty() && label.elements().next().isTextual()
        ? label.elements().next().textValue()
        : otherwise;
  }

  static JsonNode named(JsonNode list, String name) {
    for (JsonNode item : list) {
      if (name.equals(PropertyPath.itemName(item))) {
        return item;
      }
    }
    return MissingNode.getInstance();
  }

  private String oneField(String object, String name) {
    ObjectModel model = snapshot.object(object);
    FieldModel known = model == null ? null : model.field(name);
    return known == null
        ? text(fieldNode(object, name).path("label"), name)
        : words.label(known.field().label(), name);
  }

  private JsonNode fieldNode(String object, String name) {
    ObjectModel model = snapshot.object(object);
    FieldModel known = model == null ? null : model.field(name);
    if (known != null) {
      return DefinitionWriter.write(known.field());
    }
    JsonNode planned = item(new MetadataRef(OBJECT, object), "fields." + name);
    if (!planned.isMissingNode()) {
      return planned;
    }
    // A field that a pack adds to the object stands in an extension.
    for (Map.Entry<MetadataRef, JsonNode> body : bodies.entrySet()) {
      if (ApiName.same(body.getValue().path(OBJECT).asText(""), object)) {
        JsonNode added = named(body.getValue().path("fields"), name);
        if (!added.isMissingNode()) {
          return added;
        }
      }
    }
    return MissingNode.getInstance();
  }

  private JsonNode body(MetadataRef ref) {
    return bodies.computeIfAbsent(
        key(ref),
        _ -> {
          Definition found = published(ref);
          return found == null ? MissingNode.getInstance() : DefinitionWriter.write((Record) found);
        });
  }

  private @Nullable Definition published(MetadataRef ref) {
    MetadataKind<?> kind = kinds.find(ref.kind());
    return kind == null ? null : snapshot.find(kind, ref.name());
  }

  private static MetadataRef key(MetadataRef ref) {
    return new MetadataRef(ref.kind(), ApiName.key(ref.name()));
  }
}
