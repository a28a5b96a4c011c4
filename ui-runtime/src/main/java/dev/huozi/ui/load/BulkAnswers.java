package dev.huozi.ui.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Issue;
import dev.huozi.record.RowOutcome;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// What became of the rows of a bulk write, as JSON.
final class BulkAnswers {
  private final Messages messages;
  private final Locale locale;

  BulkAnswers(Messages messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  /// @param line of the input, from 1
  ObjectNode of(long line, RowOutcome outcome) {
    ObjectNode json = Json.mapper().createObjectNode().put("line", line);
    return switch (outcome) {
      case RowOutcome.Created(UUID id) -> done(json, "created", id, 1);
      case RowOutcome.Updated(UUID id, int version) -> done(json, "updated", id, version);
      case RowOutcome.Unchanged(UUID id, int version) -> done(json, "unchanged", id, version);
      case RowOutcome.Differs(UUID id, int version, List<Issue> issues) -> {
        errors(json, issues);
        yield done(json, "differs", id, version);
      }
      case RowOutcome.Refused(List<Issue> issues) -> refused(json, issues);
    };
  }

  ObjectNode refused(long line, List<Issue> issues) {
    return refused(Json.mapper().createObjectNode().put("line", line), issues);
  }

  private ObjectNode refused(ObjectNode json, List<Issue> issues) {
    json.put("outcome", "refused");
    errors(json, issues);
    return json;
  }

  private static ObjectNode done(ObjectNode json, String outcome, UUID id, int version) {
    return json.put("outcome", outcome).put("id", id.toString()).put("version", version);
  }

  private void errors(ObjectNode json, List<Issue> issues) {
    ArrayNode errors = json.putArray("errors");
    for (Issue issue : issues) {
      errors
          .addObject()
          .put("field", issue.subject())
          .put("code", issue.code().name())
          .put("message", messages.describe(issue, locale));
    }
  }
}
