package dev.huozi.metadata.binding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.model.Condition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.NearestName;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.NameSuggestion;
import dev.huozi.platform.value.LocalizedText;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a tree into a definition record. Finds everything that is wrong with it at once: unknown
/// keys, missing keys, wrong types, each with its path and place.
public final class DefinitionReader {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  private final SourceTree source;
  private final Issues issues;

  private DefinitionReader(SourceTree source, Issues issues) {
    this.source = source;
    this.issues = issues;
  }

  /// The definition, or null when issues say what is wrong. The subject of each issue is a property
  /// path.
  public static <T> @Nullable T read(SourceTree source, Class<T> type, Issues issues) {
    Object value =
        new DefinitionReader(source, issues).structure(Shape.of(type), source.tree(), Place.ROOT);
    return value == null ? null : type.cast(value);
  }

  /// Where the reader stands: for people and for the map of places.
  private record Place(String path, String pointer) {
    static final Place ROOT = new Place("", "");

    Place key(String key) {
      return new Place(PropertyPath.join(path, key), pointer + "/" + PropertyPath.escape(key));
    }

    Place item(int index, JsonNode item) {
      String name = PropertyPath.itemName(item);
      return new Place(
          PropertyPath.join(path, name == null ? Integer.toString(index) : name),
          pointer + "/" + index);
    }
  }

  private @Nullable Object value(Shape shape, JsonNode node, Place place) {
    return switch (shape) {
      case Shape.Text text -> text(text, node, place);
      case Shape.Whole _ ->
          node.isIntegralNumber() && node.canConvertToInt()
              ? node.intValue()
              : wrong(node, Words.WHOLE, place);
      case Shape.Flag _ -> node.isBoolean() ? node.booleanValue() : wrong(node, Words.FLAG, place);
      case Shape.Conditional _ -> condition(node, place);
      case Shape.Languages _ -> languages(node, place);
      case Shape.Choice choice -> choice(choice, node, place);
      case Shape.Many many -> many(many, node, place);
      case Shape.Keyed keyed -> keyed(keyed, node, place);
      case Shape.Structure structure -> structure(structure, node, place);
      case Shape.Variant _ ->
          throw new IllegalStateException("A variant is read with the keys around it.");
    };
  }

  private @Nullable Object text(Shape.Text shape, JsonNode node, Place place) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (shape.anyScalar() && node.isNumber()) {
      return node.decimalValue().toPlainString();
    }
    if (shape.anyScalar() && node.isBoolean()) {
      return node.asText();
    }
    return wrong(node, Words.TEXT, place);
  }

  private @Nullable Object condition(JsonNode node, Place place) {
    if (node.isBoolean()) {
      return Condition.of(node.booleanValue());
    }
    return node.isTextual() && !node.textValue().isBlank()
        ? new Condition(node.textValue())
        : wrong(node, Words.CONDITION, place);
  }

  private @Nullable Object languages(JsonNode node, Place place) {
    if (!node.isObject()) {
      return wrong(node, Words.LANGUAGES, place);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    boolean good = true;
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Place at = place.key(entry.getKey());
      if (!LANGUAGE.matcher(entry.getKey()).matches()) {
        error(at, MetadataError.LANGUAGE_UNKNOWN, "language", entry.getKey());
        good = false;
      } else if (text(new Shape.Text(false), entry.getValue(), at) instanceof String text) {
        texts.put(entry.getKey(), text);
      } else {
        good = false;
      }
    }
    return good ? new LocalizedText(texts) : null;
  }

  private @Nullable Object choice(Shape.Choice shape, JsonNode node, Place place) {
    List<String> words = Arrays.stream(shape.type().getEnumConstants()).map(Enum::name).toList();
    for (Enum<?> constant : shape.type().getEnumConstants()) {
      if (node.isTextual() && constant.name().equals(node.textValue())) {
        return constant;
      }
    }
    error(place, MetadataError.VALUE_CHOICE, "value", Words.show(node), "choices", words);
    return null;
  }

  private @Nullable Object many(Shape.Many shape, JsonNode node, Place place) {
    if (!node.isArray()) {
      return wrong(node, Words.LIST, place);
    }
    List<Object> items = new ArrayList<>();
    boolean good = true;
    for (int i = 0; i < node.size(); i++) {
      Object item = value(shape.item(), node.get(i), place.item(i, node.get(i)));
      if (item == null) {
        good = false;
      } else {
        items.add(item);
      }
    }
    return good ? items : null;
  }

  private @Nullable Object keyed(Shape.Keyed shape, JsonNode node, Place place) {
    if (!node.isObject()) {
      return wrong(node, Words.MAP, place);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    boolean good = true;
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Object value = value(shape.value(), entry.getValue(), place.key(entry.getKey()));
      if (value == null) {
        good = false;
      } else {
        map.put(entry.getKey(), value);
      }
    }
    return good ? map : null;
  }

  private @Nullable Object structure(Shape.Structure shape, JsonNode node, Place place) {
    if (!node.isObject()) {
      return wrong(node, Words.MAP, place);
    }
    Set<String> known = new LinkedHashSet<>();
    Object variant = null;
    boolean good = true;
    for (Shape.Key key : shape.keys()) {
      known.add(key.name());
      if (key.shape() instanceof Shape.Variant choices) {
        Shape.Structure chosen = variant(choices, key.name(), node, place);
        if (chosen == null) {
          return null; // which keys belong to it is not known
        }
        chosen.keys().forEach(inner -> known.add(inner.name()));
        variant = arguments(chosen, node, place, null);
        good &= variant != null;
      }
    }
    good &= refuseUnknown(node, known, place);
    Object made = arguments(shape, node, place, variant);
    return good ? made : null;
  }

  private Shape.@Nullable Structure variant(
      Shape.Variant shape, String key, JsonNode node, Place place) {
    JsonNode word = node.get(key);
    if (word == null || word.isNull()) {
      error(place, MetadataError.KEY_MISSING, "key", key);
      return null;
    }
    Shape.Structure found = word.isTextual() ? shape.byWord().get(word.textValue()) : null;
    if (found == null) {
      error(
          place.key(key),
          MetadataError.FIELD_TYPE_UNKNOWN,
          "value",
          Words.show(word),
          "near",
          NameSuggestion.nearest(word.asText(), shape.byWord().keySet()).getFirst(),
          "choices",
          List.copyOf(shape.byWord().keySet()));
    }
    return found;
  }

  /// The record made of its keys in `node`; null when one of them is wrong.
  private @Nullable Object arguments(
      Shape.Structure shape, JsonNode node, Place place, @Nullable Object variant) {
    @Nullable Object[] arguments = new @Nullable Object[shape.keys().size()];
    boolean good = true;
    for (int i = 0; i < arguments.length; i++) {
      Shape.Key key = shape.keys().get(i);
      JsonNode value = node.get(key.name());
      if (key.shape() instanceof Shape.Variant) {
        arguments[i] = variant;
        good &= variant != null;
      } else if (value != null && !value.isNull()) {
        arguments[i] = value(key.shape(), value, place.key(key.name()));
        good &= arguments[i] != null;
      } else if (key.required()) {
        error(place, MetadataError.KEY_MISSING, "key", key.name());
        good = false;
      } else {
        arguments[i] = absent(key.shape());
      }
    }
    return good ? make(shape, arguments) : null;
  }

  private static @Nullable Object absent(Shape shape) {
    return switch (shape) {
      case Shape.Flag flag -> flag.otherwise();
      case Shape.Conditional _ -> Condition.NEVER;
      case Shape.Languages _ -> LocalizedText.EMPTY;
      case Shape.Many _ -> List.of();
      case Shape.Keyed _ -> Map.of();
      case Shape.Text _, Shape.Whole _, Shape.Choice _, Shape.Structure _, Shape.Variant _ -> null;
    };
  }

  private static Object make(Shape.Structure shape, @Nullable Object[] arguments) {
    try {
      return shape.constructor().newInstance(arguments);
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(
          "A (%s) could not be made.".formatted(shape.type().getName()), e);
    }
  }

  private boolean refuseUnknown(JsonNode node, Set<String> known, Place place) {
    boolean good = true;
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        error(
            place.key(name),
            MetadataError.KEY_UNKNOWN,
            "key",
            name,
            "hint",
            NearestName.hint(known, name),
            "choices",
            List.copyOf(known));
        good = false;
      }
    }
    return good;
  }

  private @Nullable Object wrong(JsonNode node, LocalizedText expected, Place place) {
    error(place, MetadataError.VALUE_TYPE, "value", Words.show(node), "expected", expected);
    return null;
  }

  private void error(Place place, MetadataError code, Object... namesAndValues) {
    issues.add(
        Issue.error(code, place.path().isEmpty() ? null : place.path(), namesAndValues)
            .at(source.at(place.pointer())));
  }
}
