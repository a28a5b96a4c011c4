package dev.huozi.metadata.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.SourceLocation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;

/// Builds a tree with places from the events of one YAML file. What makes the rest unreadable is
/// thrown, the rest collected.
final class YamlTreeBuilder {
  private final String file;
  private final Map<String, SourceLocation> places = new HashMap<>();
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Issues found = new Issues();
  private @Nullable JsonNode root;
  private boolean started;

  YamlTreeBuilder(String file) {
    this.file = file;
  }

  /// Stops the reading of a file.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Issue issue;

    Refused(Issue issue) {
      super(issue.toString(), null, false, false);
      this.issue = issue;
    }

    Issue issue() {
      return issue;
    }
  }

  /// A map or list that is being filled.
  private static final class Frame {
    final JsonNode node;
    final String pointer;
    @Nullable String key;
    boolean keyIsTwice;

    Frame(JsonNode node, String pointer) {
      this.node = node;
      this.pointer = pointer;
    }
  }

  void accept(Event event) {
    switch (event) {
      case DocumentStartEvent _ -> {
        if (started) {
          throw refused(MetadataError.YAML_SEVERAL_DOCUMENTS, event);
        }
        started = true;
      }
      case AliasEvent _ -> throw refused(MetadataError.YAML_ANCHOR, event);
      case ScalarEvent scalar -> scalar(scalar);
      case CollectionStartEvent start -> open(start);
      case MappingEndEvent _, SequenceEndEvent _ -> open.pop();
      default -> {} // stream and document marks, comments: nothing to build
    }
  }

  @Nullable SourceTree finish(Issues issues) {
    addFound(issues);
    JsonNode tree = root;
    if (tree == null || tree.isNull()) {
      issues.add(Issue.error(MetadataError.YAML_EMPTY, null).at(new SourceLocation(file, 1, 1)));
      return null;
    }
    return found.hasErrors() ? null : new SourceTree(tree, places);
  }

  void addFound(Issues issues) {
    issues.addAll(found);
  }

  private void scalar(ScalarEvent event) {
    refuseTagAndAnchor(event.getTag(), event.getAnchor(), event);
    Frame frame = open.peek();
    if (frame != null && frame.node instanceof ObjectNode map && frame.key == null) {
      key(frame, map, event);
    } else {
      add(
          event.isPlain() ? Scalars.resolve(event.getValue()) : TextNode.valueOf(event.getValue()),
          event);
    }
  }

  private void key(Frame frame, ObjectNode map, ScalarEvent event) {
    String key = event.getValue();
    frame.key = key;
    frame.keyIsTwice = map.has(key);
    if (frame.keyIsTwice) {
      found.add(
          Issue.error(MetadataError.YAML_DUPLICATE_KEY, null, "key", key)
              .at(YamlReader.place(file, event.getStartMark())));
    } else {
      remember(frame.pointer + "/" + PropertyPath.escape(key), event);
    }
  }

  private void open(CollectionStartEvent event) {
    refuseTagAndAnchor(event.getTag(), event.getAnchor(), event);
    if (open.size() >= YamlReader.MAX_DEPTH) {
      throw refused(MetadataError.YAML_TOO_DEEP, event, "maximum", YamlReader.MAX_DEPTH);
    }
    Frame frame = open.peek();
    if (frame != null && frame.node instanceof ObjectNode && frame.key == null) {
      throw refused(MetadataError.YAML_KEY_NOT_TEXT, event);
    }
    JsonNode node =
        event instanceof MappingStartEvent
            ? JsonNodeFactory.instance.objectNode()
            : JsonNodeFactory.instance.arrayNode();
    open.push(new Frame(node, add(node, event)));
  }

  /// Adds a value where it belongs and returns its pointer.
  private String add(JsonNode value, Event event) {
    Frame frame = open.peek();
    if (frame == null) {
      root = value;
      remember("", event);
      return "";
    }
    if (frame.node instanceof ArrayNode list) {
      String pointer = frame.pointer + "/" + list.size();
      list.add(value);
      remember(pointer, event);
      return pointer;
    }
    String key = frame.key == null ? "" : frame.key;
    frame.key = null;
    if (!frame.keyIsTwice && frame.node instanceof ObjectNode map) {
      map.set(key, value);
    }
    return frame.pointer + "/" + PropertyPath.escape(key);
  }

  private void remember(String pointer, Event event) {
    SourceLocation place = YamlReader.place(file, event.getStartMark());
    if (place != null) {
      places.putIfAbsent(pointer, place);
    }
  }

  private void refuseTagAndAnchor(Optional<String> tag, Optional<Anchor> anchor, Event event) {
    if (tag.isPresent()) {
      throw refused(MetadataError.YAML_TAG, event, "tag", tag.get());
    }
    if (anchor.isPresent()) {
      throw refused(MetadataError.YAML_ANCHOR, event);
    }
  }

  private Refused refused(MetadataError code, Event event, Object... namesAndValues) {
    return new Refused(
        Issue.error(code, null, namesAndValues).at(YamlReader.place(file, event.getStartMark())));
  }
}
