package dev.huozi.ui.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.json.Json;
import dev.huozi.record.load.job.ImportJob;
import dev.huozi.record.load.job.ImportLine;
import java.util.Locale;

/// Imports as the API tells them.
final class ImportJson {
  private ImportJson() {}

  static ObjectNode job(ImportJob job, Locale locale) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("id", job.id().toString());
    json.put("name", job.name());
    json.put("state", job.state().code());
    json.put("createdAt", job.createdAt().toString());
    json.put("createdBy", job.userName());
    file(json.putObject("file"), job.file());
    if (job.profile() != null) {
      json.set("profile", Json.mapper().valueToTree(job.profile()));
    }
    progress(json.putObject("progress"), job);
    if (job.problem() != null) {
      ObjectNode problem = json.putObject("problem");
      problem.put("code", job.problem().path("code").asText());
      problem.put(
          "message",
          job.problem()
              .path(dev.huozi.platform.i18n.Messages.language(locale).getLanguage())
              .asText());
    }
    return json;
  }

  private static void file(ObjectNode json, ImportJob.File file) {
    json.put("format", file.format());
    json.put("encoding", file.encoding());
    json.put("separator", file.separator());
    json.put("bytes", file.bytes());
    json.set("columns", Json.mapper().valueToTree(file.header()));
    json.set("sample", Json.mapper().valueToTree(file.sample()));
  }

  private static void progress(ObjectNode json, ImportJob job) {
    ImportJob.Tally tally = job.tally();
    json.put("rows", tally.position());
    json.put("total", job.file().total());
    json.put("refused", tally.refused());
    json.put("conflicts", tally.conflicts());
    json.put("rowsPerSecond", job.rate());
    json.put("secondsLeft", job.state().isAtWork() ? job.secondsLeft() : null);
    ObjectNode records = json.putObject("records");
    tally
        .records()
        .forEach((object, count) ->
            records
                .putObject(object)
                .put("created", count.created())
                .put("updated", count.updated())
                .put("unchanged", count.unchanged()));
  }

  static ObjectNode line(ImportLine line, Locale locale) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("line", line.line());
    json.put("kind", line.kind().code());
    ArrayNode cells = json.putArray("cells");
    line.cells().forEach(cells::add);
    ArrayNode notes = json.putArray("notes");
    for (ImportLine.Note note : line.notes()) {
      notes
          .addObject()
          .put("column", note.column())
          .put("value", note.value())
          .put("code", note.code())
          .put("message", note.text(locale));
    }
    return json;
  }
}
