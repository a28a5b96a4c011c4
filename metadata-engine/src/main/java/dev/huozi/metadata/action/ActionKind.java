package dev.huozi.metadata.action;

import dev.huozi.metadata.action.Action.Step;
import dev.huozi.metadata.extension.FieldPaths;
import dev.huozi.metadata.function.Function;
import dev.huozi.metadata.function.FunctionKind;
import dev.huozi.metadata.model.FieldReference;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.Issues;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Kind `action`.
@Singleton
public final class ActionKind implements MetadataKind<Action> {
  public static final String ID = "action";
  public static final ActionKind KIND = new ActionKind();
  private static final int MAX_STEPS = 10;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String folder() {
    return "actions";
  }

  @Override
  public Class<Action> type() {
    return Action.class;
  }

  @Override
  public List<Reference> references(Action action) {
    List<Reference> all = new ArrayList<>();
    all.add(Reference.of(ObjectKind.ID, action.object(), "object").dropping(""));
    for (int i = 0; i < action.steps().size(); i++) {
      String path = "steps." + i + ".function";
      all.add(Reference.of(FunctionKind.ID, action.steps().get(i).function(), path));
    }
    return all;
  }

  @Override
  public List<FieldReference> fieldReferences(Action action, ModelView model) {
    ObjectType object = model.find(ObjectKind.KIND, action.object());
    if (object == null) {
      return List.of();
    }
    FieldPaths paths = new FieldPaths(model, object);
    for (int i = 0; i < action.steps().size(); i++) {
      Step step = action.steps().get(i);
      String path = "steps." + i;
      step.inputs().forEach((name, field) -> paths.field(field, path + ".inputs." + name, null));
      step.outputs().forEach((name, field) -> paths.field(field, path + ".outputs." + name, null));
    }
    return paths.references();
  }

  @Override
  public void check(Action action, ModelView model, Issues issues) {
    int count = action.steps().size();
    if (count == 0 || count > MAX_STEPS) {
      issues.error(ActionError.ACTION_STEPS, "steps", "count", count, "maximum", MAX_STEPS);
    }
    ObjectType object = model.find(ObjectKind.KIND, action.object());
    if (object == null) {
      return; // reported as a missing reference
    }
    Set<String> written = new HashSet<>();
    for (int i = 0; i < count; i++) {
      Step step = action.steps().get(i);
      Function function = model.find(FunctionKind.KIND, step.function());
      if (function != null) {
        new StepCheck(object, model, issues).check(step, function, "steps." + i, written);
      }
    }
  }
}
