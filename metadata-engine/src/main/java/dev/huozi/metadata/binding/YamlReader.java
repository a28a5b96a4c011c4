package dev.huozi.metadata.binding;

import dev.huozi.metadata.model.MetadataError;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one YAML file into a tree with places. Only plain data: tags, anchors and aliases are
/// refused, as are files that are too large or too deep. Works on the stream of events, so that a
/// hostile file costs no more than its length.
public final class YamlReader {
  public static final int MAX_BYTES = 1_000_000;
  public static final int MAX_DEPTH = 30;

  private YamlReader() {}

  /// The tree, or null when issues say why there is none.
  public static @Nullable SourceTree read(String file, String text, Issues issues) {
    if (!isText(file, text, issues)) {
      return null;
    }
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(MAX_BYTES).build();
    YamlTreeBuilder builder = new YamlTreeBuilder(file);
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        builder.accept(event);
      }
      return builder.finish(issues);
    } catch (YamlTreeBuilder.Refused refused) {
      builder.addFound(issues);
      issues.add(refused.issue());
    } catch (MarkedYamlEngineException e) {
      builder.addFound(issues);
      issues.add(YamlFault.of(e).at(place(file, e.getProblemMark())));
    } catch (YamlEngineException e) {
      issues.add(
          Issue.error(MetadataError.YAML_SYNTAX, null, "reason", reason(e))
              .at(new SourceLocation(file, 1, 1)));
    }
    return null;
  }

  /// Where comments stand in a text that is YAML; nothing for one that is not.
  public static List<SourceLocation> comments(String file, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(MAX_BYTES)
            .setParseComments(true)
            .build();
    List<SourceLocation> places = new ArrayList<>();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        SourceLocation place =
            event instanceof CommentEvent comment
                    && comment.getCommentType() != CommentType.BLANK_LINE
                ? place(file, event.getStartMark())
                : null;
        if (place != null) {
          places.add(place);
        }
      }
    } catch (YamlEngineException _) {
      return List.of(); // told by `read`
    }
    return places;
  }

  private static boolean isText(String file, String text, Issues issues) {
    SourceLocation start = new SourceLocation(file, 1, 1);
    if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      issues.add(Issue.error(MetadataError.YAML_TOO_LARGE, null, "maximum", MAX_BYTES).at(start));
      return false;
    }
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == '\uFFFD'
          || c == 0
          || c == '\uFEFF'
          || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        issues.add(
            Issue.error(MetadataError.YAML_NOT_TEXT, null)
                .at(new SourceLocation(file, line, column)));
        return false;
      }
      line = c == '\n' ? line + 1 : line;
      column = c == '\n' ? 1 : column + 1;
      i += Character.charCount(c);
    }
    return true;
  }

  private static String reason(YamlEngineException e) {
    String message = e.getMessage();
    return message == null ? "?" : message.lines().findFirst().orElse("?");
  }

  static @Nullable SourceLocation place(String file, Optional<Mark> mark) {
    return mark.map(at -> new SourceLocation(file, at.getLine() + 1, at.getColumn() + 1))
        .orElse(null);
  }
}
