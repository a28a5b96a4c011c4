package dev.huozi.ui.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One JSON object a line (NDJSON), read line by line.
final class JsonLines {
  private static final int LONGEST = 1 << 20;

  private final BufferedReader reader;
  private long number;

  JsonLines(InputStream in) {
    this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /// A line that holds something.
  ///
  /// @param values null when it is no JSON object; `fault` says why then
  record Line(long number, @Nullable ObjectNode values, @Nullable Issue fault) {}

  /// The next line, or null at the end.
  @Nullable Line next() throws IOException {
    while (true) {
      String text = readLine();
      if (text == null) {
        return null;
      }
      number++;
      if (!text.isBlank()) {
        return parse(text);
      }
    }
  }

  private Line parse(String text) {
    try {
      JsonNode json = Json.read(text);
      if (json instanceof ObjectNode values) {
        return new Line(number, values, null);
      }
    } catch (ProblemException malformed) {
      return new Line(
          number,
          null,
          new Issue(
              malformed.code(),
              dev.huozi.platform.problem.Severity.ERROR,
              null,
              null,
              malformed.parameters()));
    }
    return new Line(number, null, Issue.error(PlatformError.MALFORMED, null, "reason", "{ }"));
  }

  private @Nullable String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c != '\n'; c = reader.read()) {
      if (c < 0) {
        return line.isEmpty() ? null : line.toString();
      }
      if (line.length() >= LONGEST) {
        throw new ProblemException(PlatformError.MALFORMED, "reason", "line " + (number + 1));
      }
      line.append((char) c);
    }
    return line.toString();
  }
}
