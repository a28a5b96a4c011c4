package dev.huozi.record.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.formula.script.Scripts;
import dev.huozi.metadata.action.Action;
import dev.huozi.metadata.action.Action.Step;
import dev.huozi.metadata.action.ActionError;
import dev.huozi.metadata.action.ActionKind;
import dev.huozi.metadata.function.Function;
import dev.huozi.metadata.function.FunctionError;
import dev.huozi.metadata.function.FunctionKind;
import dev.huozi.metadata.function.FunctionScripts;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.value.Money;
import dev.huozi.record.RecordCommand;
import dev.huozi.record.RecordError;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The actions of records. What they read and write is what the caller may read and write.
@Singleton
public final class RecordActions {
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private final SnapshotRegistry snapshots;
  private final RecordService records;
  private final Scripts scripts;

  public RecordActions(SnapshotRegistry snapshots, RecordService records, Scripts scripts) {
    this.snapshots = snapshots;
    this.records = records;
    this.scripts = scripts;
  }

  /// The actions of an object's records, in order of name.
  public static List<Action> of(MetadataSnapshot snapshot, String object) {
    return snapshot.all(ActionKind.KIND).stream()
        .filter(action -> ApiName.same(action.object(), object))
        .toList();
  }

  /// Runs an action and returns the record as it is then.
  ///
  /// @param version the version that the caller saw, which it must still have; null for whatever it
  ///   is now. A record that somebody changes while a function runs is refused in any case
  public RecordView run(
      RequestContext context,
      String object,
      UUID id,
      @Nullable Integer version,
      String actionName) {
    MetadataSnapshot snapshot = snapshots.current(context);
    Action action = snapshot.find(ActionKind.KIND, actionName);
    if (action == null || !ApiName.same(action.object(), object)) {
      throw new ProblemException(
          ActionError.ACTION_NOT_FOUND, "name", actionName, "object", object);
    }
    RecordView record = records.get(context, object, id, fields(action));
    if (version != null && record.version() != version) {
      throw new ProblemException(
          RecordError.RECORD_STALE, "expected", version, "current", record.version());
    }
    Map<String, @Nullable Object> values = new HashMap<>();
    record.values().forEach((field, value) -> values.put(ApiName.key(field), plain(value)));
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    for (Step step : action.steps()) {
      run(context, snapshot, step, values, written);
    }
    ObjectNode body = body(written);
    return body.isEmpty()
        ? records.get(context, object, id, List.of())
        : records.execute(context, new RecordCommand.Update(object, id, record.version(), body));
  }

  private void run(
      RequestContext context,
      MetadataSnapshot snapshot,
      Step step,
      Map<String, @Nullable Object> values,
      Map<String, @Nullable Object> written) {
    Function function = snapshot.find(FunctionKind.KIND, step.function());
    if (function == null) {
      throw new ProblemException(FunctionError.FUNCTION_NOT_FOUND, "name", step.function());
    }
    Map<String, @Nullable Object> inputs = new HashMap<>();
    step.inputs().forEach((input, field) -> inputs.put(input, values.get(ApiName.key(field))));
    Map<String, @Nullable Object> results =
        scripts
            .run(context.tenant().id(), FunctionScripts.script(function), List.of(inputs))
            .getFirst();
    step.outputs()
        .forEach((output, field) -> {
          if (results.containsKey(output)) {
            values.put(ApiName.key(field), results.get(output));
            written.put(field, results.get(output));
          }
        });
  }

  private static List<String> fields(Action action) {
    Set<String> fields = new LinkedHashSet<>();
    for (Step step : action.steps()) {
      fields.addAll(step.inputs().values());
    }
    return List.copyOf(fields);
  }

  /// A value of a record as functions see it.
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Money money -> money.amount();
      case Reference reference -> reference.id().toString();
      case null, default -> value;
    };
  }

  private static ObjectNode body(Map<String, @Nullable Object> written) {
    ObjectNode body = NODES.objectNode();
    written.forEach((field, value) -> {
      switch (value) {
        case null -> body.putNull(field);
        case BigDecimal number -> body.put(field, number);
        case Boolean flag -> body.put(field, flag);
        default -> body.put(field, value.toString());
      }
    });
    return body;
  }
}
