package dev.huozi.metadata.action;

import dev.huozi.formula.script.ScriptType;
import dev.huozi.metadata.action.Action.Step;
import dev.huozi.metadata.extension.FieldNames;
import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.function.Function;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.Issues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a step's fields exist and hold what its function takes and gives.
final class StepCheck {
  private final ObjectType object;
  private final ModelView model;
  private final Issues issues;

  StepCheck(ObjectType object, ModelView model, Issues issues) {
    this.object = object;
    this.model = model;
    this.issues = issues;
  }

  /// @param written keys of the fields that earlier steps store; gets those of this one
  void check(Step step, Function function, String path, Set<String> written) {
    names(step.inputs(), path + ".inputs");
    names(step.outputs(), path + ".outputs");
    step.inputs()
        .forEach((name, field) -> pair(path + ".inputs." + name, name, function.inputs(), field));
    step.outputs()
        .forEach((name, field) -> {
          String at = path + ".outputs." + name;
          Field found = pair(at, name, function.outputs(), field);
          if (found != null && isReadOnly(found.type())) {
            issues.error(ActionError.ACTION_FIELD_READ_ONLY, at, "field", field);
          }
          if (!written.add(ApiName.key(field))) {
            issues.error(ActionError.ACTION_FIELD_TWICE, at, "field", field);
          }
        });
  }

  private void names(Map<String, String> fields, String path) {
    FieldNames names = new FieldNames(model, object, issues);
    fields.forEach((name, field) -> names.checkField(field, path + "." + name));
  }

  private @Nullable Field pair(
      String path, String name, List<Function.Parameter> parameters, String fieldName) {
    Function.Parameter parameter = Function.find(parameters, name);
    if (parameter == null) {
      issues.error(
          ActionError.ACTION_PARAMETER,
          path,
          "name",
          name,
          "choices",
          parameters.stream().map(Function.Parameter::name).toList());
      return null;
    }
    Field field = ObjectFields.find(model, object, fieldName);
    if (field != null && !type(field.type()).word().equals(parameter.type())) {
      issues.error(
          ActionError.ACTION_FIELD_TYPE,
          path,
          "field",
          fieldName,
          "type",
          type(field.type()).word(),
          "parameter",
          name,
          "expected",
          parameter.type());
    }
    return field;
  }

  private static boolean isReadOnly(FieldType type) {
    return type.isGiven() || type instanceof FieldType.PolyLookup;
  }

  /// What functions see of a field: codes and ids are texts.
  private static ScriptType type(FieldType type) {
    return switch (type) {
      case FieldType.Formula formula -> type(formula.shown());
      case FieldType.Decimal _ -> ScriptType.NUMBER;
      case FieldType.Bool _ -> ScriptType.BOOLEAN;
      case FieldType.Date _ -> ScriptType.DATE;
      case FieldType.DateTime _ -> ScriptType.DATETIME;
      case FieldType.Text _,
          FieldType.LongText _,
          FieldType.Picklist _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _,
          FieldType.Reference _ ->
          ScriptType.TEXT;
    };
  }
}
