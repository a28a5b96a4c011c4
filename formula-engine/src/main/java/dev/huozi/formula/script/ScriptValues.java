package dev.huozi.formula.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.huozi.formula.script.Script.Parameter;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values on their way to a script and back. A child is not trusted: whatever it sends is either of
/// the declared types or a problem.
final class ScriptValues {
  private static final int MAX_SHOWN = 80;

  private ScriptValues() {}

  /// Rows of `[tag, value]` in the order of the inputs: `n` number as text, `v` anything else.
  static String write(Script script, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    ArrayNode all = Json.mapper().createArrayNode();
    for (Map<String, ? extends @Nullable Object> row : rows) {
      ArrayNode values = all.addArray();
      for (Parameter input : script.inputs()) {
        write(script, input, row.get(input.name()), values.addArray());
      }
    }
    return all.toString();
  }

  private static void write(
      Script script, Parameter input, @Nullable Object value, ArrayNode pair) {
    if (!input.type().accepts(value)) {
      throw new ProblemException(
          ScriptError.SCRIPT_INPUT_TYPE,
          "function",
          script.name(),
          "input",
          input.name(),
          "type",
          input.type().word(),
          "value",
          shown(String.valueOf(value)));
    }
    switch (value) {
      case null -> pair.add("v").addNull();
      case BigDecimal number -> pair.add("n").add(number.toPlainString());
      case Boolean flag -> pair.add("v").add(flag);
      default -> pair.add("v").add(value.toString());
    }
  }

  /// The outputs of each row of an answer.
  static List<Map<String, @Nullable Object>> read(Script script, int rows, String text) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    JsonNode answer = tree(script, text);
    if (!answer.isArray() || answer.size() != rows) {
      throw garbled(script);
    }
    for (JsonNode row : answer) {
      all.add(row(script, row));
    }
    return all;
  }

  private static JsonNode tree(Script script, String text) {
    try {
      return Json.read(text);
    } catch (ProblemException _) {
      throw garbled(script);
    }
  }

  private static Map<String, @Nullable Object> row(Script script, JsonNode row) {
    if (!row.isArray()) {
      throw garbled(script);
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (JsonNode item : row) {
      if (!item.isArray() || !item.path(0).isTextual() || !item.path(1).isTextual()) {
        throw garbled(script);
      }
      String name = item.path(0).textValue();
      values.put(name, value(script, output(script, name), item));
    }
    return values;
  }

  private static Parameter output(Script script, String name) {
    for (Parameter output : script.outputs()) {
      if (output.name().equals(name)) {
        return output;
      }
    }
    throw new ProblemException(
        ScriptError.SCRIPT_OUTPUT_UNKNOWN,
        "function",
        script.name(),
        "output",
        shown(name),
        "outputs",
        script.outputs().stream().map(Parameter::name).toList());
  }

  private static @Nullable Object value(Script script, Parameter output, JsonNode item) {
    String tag = item.path(1).textValue();
    String text = item.path(2).asText("");
    if (tag.equals("z") || (tag.equals("s") && text.isEmpty())) {
      return null;
    }
    Object value = output.type().read(tag, text);
    if (value == null) {
      throw new ProblemException(
          ScriptError.SCRIPT_OUTPUT_TYPE,
          "function",
          script.name(),
          "output",
          output.name(),
          "type",
          output.type().word(),
          "value",
          shown(text));
    }
    return value;
  }

  private static String shown(String text) {
    String cut = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
  }

  private static ProblemException garbled(Script script) {
    return new ProblemException(ScriptError.SCRIPT_NO_OBJECT, "function", script.name(), "row", 1);
  }
}
