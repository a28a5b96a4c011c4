package dev.huozi.metadata.binding;

import dev.huozi.metadata.model.MetadataError;
import dev.huozi.platform.problem.Issue;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Says in our words what the YAML parser says in its own: its sentences name tokens of a grammar
/// that nobody who writes a pack has read.
final class YamlFault {
  private static final Pattern CHARACTER =
      Pattern.compile("found character '(.+?)' that cannot start any token.*");

  private YamlFault() {}

  static Issue of(MarkedYamlEngineException failure) {
    String problem = Objects.requireNonNullElse(failure.getProblem(), "?");
    Matcher character = CHARACTER.matcher(problem);
    if (character.matches()) {
      return character.group(1).contains("TAB")
          ? Issue.error(MetadataError.YAML_TAB, null)
          : Issue.error(MetadataError.YAML_CHARACTER, null, "character", character.group(1));
    }
    if (problem.startsWith("expected <block end>")) {
      return problem.contains("'<scalar>'")
          ? Issue.error(MetadataError.YAML_AFTER_VALUE, null)
          : Issue.error(MetadataError.YAML_INDENTATION, null);
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return Issue.error(MetadataError.YAML_COLON, null);
    }
    if (problem.startsWith("could not find expected ':'")) {
      return Issue.error(MetadataError.YAML_NO_COLON, null);
    }
    if (problem.startsWith("found unexpected end of stream")) {
      return Issue.error(MetadataError.YAML_QUOTE_OPEN, null);
    }
    if (problem.startsWith("expected ',' or")) {
      return Issue.error(
          MetadataError.YAML_BRACKET_OPEN, null, "bracket", problem.contains("']'") ? "]" : "}");
    }
    return Issue.error(MetadataError.YAML_SYNTAX, null, "reason", problem);
  }
}
