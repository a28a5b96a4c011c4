package dev.huozi.record.load.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.problem.Severity;
import dev.huozi.record.load.LoadError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One JSON object a line. There are no columns: each line names its fields itself.
public final class JsonLinesSheet implements Sheet {
  private final BufferedReader reader;
  private long line;

  public JsonLinesSheet(InputStream file) {
    this.reader =
        new BufferedReader(
            ByteOrderMark.without(new InputStreamReader(file, StandardCharsets.UTF_8)));
  }

  @Override
  public List<String> header() {
    return List.of();
  }

  @Override
  public @Nullable SheetRow next() {
    try {
      for (String text = read(); text != null; text = read()) {
        line++;
        if (!text.isBlank()) {
          return parse(text);
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("The lines cannot be read.", e);
    }
  }

  private SheetRow parse(String text) {
    try {
      if (Json.read(text) instanceof ObjectNode values) {
        return new SheetRow.Values(line, values);
      }
      return new SheetRow.Broken(line, Issue.error(LoadError.LOAD_NO_OBJECT, null, "line", line));
    } catch (ProblemException malformed) {
      return new SheetRow.Broken(
          line, new Issue(malformed.code(), Severity.ERROR, null, null, malformed.parameters()));
    }
  }

  /// A line, or as much of it as a row may hold: the rest of it is no JSON then.
  private @Nullable String read() throws IOException {
    StringBuilder text = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = reader.read()) {
      if (text.length() <= LONGEST_ROW) {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Closing the lines failed.", e);
    }
  }
}
