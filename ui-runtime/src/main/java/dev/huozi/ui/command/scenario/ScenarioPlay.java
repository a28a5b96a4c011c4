package dev.huozi.ui.command.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.pack.Scenario;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Does the steps of one scenario on its stage, and notes where something else came of one.
final class ScenarioPlay {
  private static final Pattern TODAY = Pattern.compile("\\$Today(?:([+-])([0-9]{1,4}))?");
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,20})?");

  private final Stage stage;
  private final Map<String, Saved> saved = new HashMap<>();
  private final FieldTypes types;
  private final List<String> findings = new ArrayList<>();

  /// A record that later steps refer to.
  private record Saved(String object, String id) {}

  private ScenarioPlay(Stage stage) {
    this.stage = stage;
    this.types = new FieldTypes(stage.door(Scenario.ADMIN));
    stage.people().forEach((user, id) -> saved.put(user, new Saved("user", id)));
  }

  /// What went otherwise than expected; empty when all is well.
  static List<String> findings(Stage stage, Scenario scenario) {
    ScenarioPlay play = new ScenarioPlay(stage);
    for (int i = 0; i < scenario.steps().size(); i++) {
      if (!play.step(i + 1, scenario.steps().get(i))) {
        break; // what follows would only fail for the same reason
      }
    }
    return play.findings;
  }

  /// False when the step did not go as expected.
  private boolean step(int number, Scenario.Step step) {
    ScenarioDoor door = stage.door(Objects.requireNonNullElse(step.as(), Scenario.ADMIN));
    int before = findings.size();
    ScenarioDoor.Answer answer = act(door, step);
    judge(number, step, answer);
    return findings.size() == before;
  }

  private ScenarioDoor.Answer act(ScenarioDoor door, Scenario.Step step) {
    if (step.create() instanceof String object) {
      ScenarioDoor.Answer made =
          door.send("POST", "/api/data/" + object, values(object, step.values()));
      save(step, object, made.body());
      return made;
    }
    if (step.update() instanceof String name) {
      Saved record = Objects.requireNonNull(saved.get(name), name);
      return change(door, "PATCH", record, values(record.object(), step.values()));
    }
    if (step.delete() instanceof String name) {
      return change(door, "DELETE", Objects.requireNonNull(saved.get(name), name), null);
    }
    String object = Objects.requireNonNull(step.query());
    String filter = step.filter();
    String condition =
        filter == null ? "" : "&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    ScenarioDoor.Answer page =
        door.send("GET", "/api/data/" + object + "?limit=200" + condition, null);
    save(step, object, page.body().path("records").path(0));
    return page;
  }

  private void save(Scenario.Step step, String object, JsonNode record) {
    if (step.save() instanceof String name && record.path("id").isTextual()) {
      saved.put(name, new Saved(object, record.path("id").asText()));
    }
  }

  private static ScenarioDoor.Answer change(
      ScenarioDoor door, String method, Saved record, @Nullable JsonNode values) {
    String path = "/api/data/" + record.object() + "/" + record.id();
    ScenarioDoor.Answer seen = door.send("GET", path, null);
    return seen.refused() ? seen : door.send(method, path, values, Map.of("If-Match", seen.tag()));
  }

  private void judge(int number, Scenario.Step step, ScenarioDoor.Answer answer) {
    Scenario.Expect expect = step.expect();
    String error = expect == null ? null : expect.error();
    if (error != null) {
      if (!answer.refused()) {
        note(number, "expected " + error + ", but it was accepted");
      } else if (!codes(answer.body()).contains(error)) {
        note(
            number, "expected " + error + ", got " + codes(answer.body()) + " " + answer.problem());
      }
      return;
    }
    if (answer.refused()) {
      note(number, answer.problem());
      return;
    }
    if (expect == null) {
      return;
    }
    JsonNode record = step.query() == null ? answer.body() : answer.body().path("records").path(0);
    Integer count = expect.count();
    int found = answer.body().path("records").size();
    if (count != null && count != found) {
      note(number, "expected " + count + " records, found " + found);
    }
    expect.values().forEach((field, wanted) -> compare(number, field, wanted, record.path(field)));
  }

  private static List<String> codes(JsonNode problem) {
    List<String> codes = new ArrayList<>(List.of(problem.path("code").asText()));
    problem.path("errors").forEach(finding -> codes.add(finding.path("code").asText()));
    return codes;
  }

  private void compare(int number, String field, String wanted, JsonNode actual) {
    boolean same =
        wanted.isEmpty()
            ? actual.isNull() || actual.asText().isEmpty() && !actual.isContainerNode()
            : isSame(wanted, actual);
    if (!same) {
      note(number, field + ": expected " + wanted + ", is " + actual);
    }
  }

  private boolean isSame(String wanted, JsonNode actual) {
    if (wanted.startsWith("@")) {
      return reference(wanted).id().equals(actual.path("id").asText());
    }
    JsonNode value =
        actual.has("amount")
            ? actual.path("amount")
            : actual.has("name") ? actual.path("name") : actual;
    String text = resolved(wanted);
    return value.isNumber() && NUMBER.matcher(text).matches()
        ? value.decimalValue().compareTo(new BigDecimal(text)) == 0
        : value.asText().equals(text);
  }

  private ObjectNode values(String object, Map<String, String> given) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    given.forEach((field, value) -> values.set(field, value(object, field, value)));
    return values;
  }

  private JsonNode value(String object, String field, String value) {
    JsonNodeFactory nodes = JsonNodeFactory.withExactBigDecimals(true);
    if (value.startsWith("@")) {
      Saved record = reference(value);
      ObjectNode reference = nodes.objectNode();
      if (types.of(object, field).equals("polylookup")) {
        reference.put("object", record.object());
      }
      return reference.put("id", record.id());
    }
    String text = resolved(value);
    return switch (types.of(object, field)) {
      case "number", "currency", "percent" ->
          NUMBER.matcher(text).matches()
              ? nodes.numberNode(new BigDecimal(text))
              : nodes.textNode(text);
      case "boolean" ->
          text.equals("true") || text.equals("false")
              ? nodes.booleanNode(text.equals("true"))
              : nodes.textNode(text);
      default -> text.isEmpty() ? nodes.nullNode() : nodes.textNode(text);
    };
  }

  private Saved reference(String value) {
    Saved record = saved.get(value.substring(1));
    return record == null ? new Saved("", value) : record;
  }

  /// The text with the day it means.
  private static String resolved(String text) {
    Matcher today = TODAY.matcher(text);
    if (!today.matches()) {
      return text;
    }
    long days = today.group(2) == null ? 0 : Long.parseLong(today.group(2));
    LocalDate now = LocalDate.now(ZoneId.of(Stage.ZONE));
    return ("-".equals(today.group(1)) ? now.minusDays(days) : now.plusDays(days)).toString();
  }

  private void note(int number, String finding) {
    findings.add("step " + number + ": " + finding);
  }
}
