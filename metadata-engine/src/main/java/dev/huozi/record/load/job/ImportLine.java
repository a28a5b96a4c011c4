package dev.huozi.record.load.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ErrorCode;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.sql.ImportRowRenderer.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A line of the file that something is to be said about.
///
/// @param line where it begins, from 1
/// @param cells its texts as they stand in the file
public record ImportLine(long line, Kind kind, List<String> cells, List<Note> notes) {
  private static final Messages MESSAGES = new Messages();
  private static final int LONGEST_VALUE = 200;

  public ImportLine {
    cells = List.copyOf(cells);
    notes = List.copyOf(notes);
  }

  /// What happened to it.
  public enum Kind {
    /// Nothing of it was written.
    REFUSED,
    /// It was written, but differs from an earlier row about the same record.
    CONFLICT,
    /// A record that could not be undone.
    KEPT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One thing to say about it.
  ///
  /// @param column of the file, or null when it is about the whole line
  /// @param value what stands there
  /// @param texts what is wrong, by language
  public record Note(
      @Nullable String column, String value, String code, Map<String, String> texts) {
    public Note {
      texts = Map.copyOf(texts);
      value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    static Note of(@Nullable String column, String value, Issue issue) {
      return of(column, value, issue.code(), issue.parameters());
    }

    static Note of(
        @Nullable String column, String value, ErrorCode code, Map<String, ?> parameters) {
      Map<String, String> texts = new java.util.LinkedHashMap<>();
      Messages.LANGUAGES.forEach(
          language -> texts.put(language.getLanguage(), MESSAGES.text(code, parameters, language)));
      return new Note(column, value, code.name(), texts);
    }

    static Note of(ProblemException problem) {
      return of(null, "", problem.code(), problem.parameters());
    }

    /// The text in a language.
    public String text(Locale locale) {
      String text = texts.get(Messages.language(locale).getLanguage());
      return text == null ? code : text;
    }

    ObjectNode json() {
      ObjectNode json = Json.mapper().createObjectNode();
      json.put("column", column).put("value", value).put("code", code);
      texts.forEach(json::put);
      return json;
    }

    static Note read(JsonNode json) {
      JsonNode column = json.path("column");
      return new Note(
          column.isTextual() ? column.textValue() : null,
          json.path("value").asText(),
          json.path("code").asText(),
          Map.of("zh", json.path("zh").asText(), "en", json.path("en").asText()));
    }
  }

  Line stored() {
    ArrayNode all = Json.mapper().createArrayNode();
    notes.forEach(note -> all.add(note.json()));
    // PostgreSQL's jsonb holds every character but this one.
    String shown = ImportJob.list(cells).toString().replace("\\u0000", "\\ufffd");
    return new Line(line, kind.code(), shown, all.toString().replace("\\u0000", "\\ufffd"));
  }

  static ImportLine read(Row row) {
    List<Note> notes = new ArrayList<>();
    Json.read(Objects.requireNonNull(row.text(3))).forEach(note -> notes.add(Note.read(note)));
    return new ImportLine(
        Objects.requireNonNull(row.longInteger(0)),
        Kind.valueOf(Objects.requireNonNull(row.text(1)).toUpperCase(Locale.ROOT)),
        ImportJob.texts(Json.read(Objects.requireNonNull(row.text(2)))),
        notes);
  }
}
