package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.metadata.binding.Scalars;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.model.NearestName;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.optionset.OptionSetKind;
import dev.huozi.platform.problem.Issues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of a pack's parameters in a tenant.
///
/// @param chosen what somebody chose, now or before; kept with the installation
/// @param values of all parameters, defaults included
record PackParams(ObjectNode chosen, Map<String, JsonNode> values) {
  /// @param installed what is kept with the installed pack, null for none
  /// @param wished what is chosen now
  /// @param issues gets values that do not fit; subjects are `params.<name>`
  static PackParams of(
      Pack pack,
      @Nullable JsonNode installed,
      Map<String, JsonNode> wished,
      Model model,
      Issues issues) {
    Map<String, JsonNode> values = defaults(pack.manifest());
    ObjectNode chosen = JsonNodeFactory.instance.objectNode();
    for (PackManifest.Param param : pack.manifest().params()) {
      JsonNode kept = installed == null ? null : installed.get(param.name());
      JsonNode value = wished.getOrDefault(param.name(), kept);
      if (value != null) {
        check(param, value, options(param, pack, model), issues);
        chosen.set(param.name(), value);
        values.put(param.name(), value);
      }
    }
    for (String name : wished.keySet()) {
      if (!values.containsKey(name)) {
        issues.error(
            MetadataError.PARAM_UNKNOWN,
            "params." + name,
            "param",
            name,
            "hint",
            NearestName.hint(values.keySet(), name));
      }
    }
    return new PackParams(chosen, values);
  }

  /// The values that hold when nothing is chosen.
  static Map<String, JsonNode> defaults(PackManifest manifest) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (PackManifest.Param param : manifest.params()) {
      values.put(param.name(), value(param.type(), param.defaultValue()));
    }
    return values;
  }

  /// The text as a value of the type; left as a text where it does not fit.
  static JsonNode value(FieldType type, String text) {
    boolean plain = type instanceof FieldType.Number || type instanceof FieldType.Bool;
    return plain ? Scalars.resolve(text) : TextNode.valueOf(text);
  }

  /// Checks a value against its parameter.
  ///
  /// @param options codes that are allowed, null when they are not known
  static void check(
      PackManifest.Param param, JsonNode value, @Nullable List<String> options, Issues issues) {
    boolean fits =
        switch (param.type()) {
          case FieldType.Text text ->
              value.isTextual()
                  && value.textValue().codePointCount(0, value.textValue().length())
                      <= text.length();
          case FieldType.Number number ->
              value.isNumber()
                  && value.decimalValue().scale() <= number.decimals()
                  && value.decimalValue().precision() - value.decimalValue().scale()
                      <= number.digits() - number.decimals();
          case FieldType.Bool _ -> value.isBoolean();
          case FieldType.Picklist _ ->
              value.isTextual() && (options == null || options.contains(value.textValue()));
          case FieldType.LongText _,
              FieldType.Currency _,
              FieldType.Percent _,
              FieldType.Date _,
              FieldType.DateTime _,
              FieldType.AutoNumber _,
              FieldType.Formula _,
              FieldType.Reference _,
              FieldType.Email _,
              FieldType.Phone _ ->
              false;
        };
    if (!fits) {
      issues.error(
          MetadataError.PARAM_VALUE,
          "params." + param.name(),
          "param",
          param.name(),
          "value",
          value.isTextual() ? value.textValue() : value.toString(),
          "type",
          param.type().id());
    }
  }

  private static @Nullable List<String> options(PackManifest.Param param, Pack pack, Model model) {
    if (!(param.type() instanceof FieldType.Picklist picklist)) {
      return null;
    }
    Map<String, OptionSet> sets = new HashMap<>();
    model.all(OptionSetKind.KIND).forEach(set -> sets.put(set.name(), set));
    for (MetadataChange.Put put : pack.components()) {
      if (put.definition() instanceof OptionSet set) {
        sets.put(set.name(), set);
      }
    }
    OptionSet found = sets.get(picklist.optionset());
    return found == null ? List.of() : found.values().stream().map(OptionSet.Option::code).toList();
  }
}
