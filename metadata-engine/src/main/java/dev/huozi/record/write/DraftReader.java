package dev.huozi.record.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.record.DraftRequest;
import dev.huozi.record.DraftView;
import dev.huozi.record.RecordView;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.formula.FormulaBinder;
import dev.huozi.record.formula.FormulaInputs;
import dev.huozi.record.formula.FormulaSurroundings;
import dev.huozi.record.query.FieldRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Asks the rules about a record that is still being written, by the same steps as a write. What
/// was entered in a part that is not shown, or in a field that is read-only now, is left out and
/// the rest is asked again, until nothing more falls out.
final class DraftReader {
  private static final UUID NEW = new UUID(0, 0);

  private final DraftRequest request;
  private final @Nullable RecordView before;
  private final Supplier<WriteScope> scopes;
  private final Set<String> left = new HashSet<>();
  private final Set<String> hidden = new LinkedHashSet<>();
  private final Map<String, Boolean> readOnly = new LinkedHashMap<>();

  /// @param scopes gives a fresh scope each time, all of one moment and transaction
  DraftReader(DraftRequest request, @Nullable RecordView before, Supplier<WriteScope> scopes) {
    this.request = request;
    this.before = before;
    this.scopes = scopes;
  }

  DraftView read() {
    while (true) {
      Round round = new Round(scopes.get());
      if (!round.leavesOut()) {
        return round.view();
      }
    }
  }

  /// The draft with what counts of it so far.
  private final class Round {
    private final WriteScope scope;
    private final Guards guards;
    private final Draft sent;
    private final Draft ready;
    private final FormulaInputs.Related related;
    private final EvaluationContext stored;
    private final Map<DraftRequest.Part, BoundFormula> parts = new LinkedHashMap<>();

    Round(WriteScope scope) {
      this.scope = scope;
      this.guards = Guards.of(scope);
      ObjectNode values = request.values().deepCopy();
      values.remove(left);
      Draft draft = Draft.of(0, before == null ? NEW : before.id(), values, before);
      this.sent = DraftChecks.entered(scope, List.of(draft)).getFirst();
      this.ready = DraftChecks.given(scope, List.of(sent)).getFirst();
      FormulaBinder binder = new FormulaBinder(scope.snapshot());
      for (DraftRequest.Part part : request.parts()) {
        parts.put(part, binder.require(part.when(), scope.object(), FormulaOptions.rules()));
      }
      List<BoundFormula> formulas = new ArrayList<>(parts.values());
      formulas.addAll(guards.required().values());
      formulas.addAll(guards.readOnly().values());
      guards.checks().forEach(check -> formulas.add(check.when()));
      this.related = DraftRecord.related(scope, List.of(ready), formulas);
      this.stored = FormulaSurroundings.stored(scope.context(), scope.snapshot());
    }

    private DraftRecord record() {
      return new DraftRecord(scope, ready, related);
    }

    private boolean isKnown(BoundFormula formula) {
      return !Guards.readsRefused(ready, List.of(formula));
    }

    /// Notes what is hidden and read-only by now. True when that leaves out more of what was sent.
    boolean leavesOut() {
      EvaluationContext shown = FormulaSurroundings.shown(scope.context(), scope.snapshot());
      Set<String> out = new HashSet<>();
      parts.forEach((part, when) -> {
        if (isKnown(when) && !when.holds(record(), shown)) {
          hidden.add(part.name());
          out.addAll(part.fields());
        }
      });
      guards
          .readOnly()
          .forEach((field, condition) -> {
            if (isKnown(condition)) {
              boolean now = condition.holds(record().but(field), stored);
              readOnly.merge(field.name(), now, Boolean::logicalOr);
              if (now) {
                out.add(field.name());
              }
            }
          });
      out.removeIf(field -> !request.values().has(field));
      return left.addAll(out);
    }

    DraftView view() {
      Map<String, Boolean> required = new LinkedHashMap<>();
      guards
          .required()
          .forEach((field, condition) -> {
            if (isKnown(condition)) {
              required.put(field.name(), condition.holds(record(), stored));
            }
          });
      WriteScope told = scopes.get();
      for (Guards.Check check : guards.checks()) {
        if (request.all() || readsEntered(check.when())) {
          RulesStep.check(told, ready, record(), check, stored);
        }
      }
      return new DraftView(
          RecordLoader.after(scope, ready, before == null ? 0 : before.version()),
          given(),
          derived(),
          required,
          readOnly,
          hidden,
          told.warnings().list(),
          told.issues().list());
    }

    private Set<String> given() {
      Set<String> given = new LinkedHashSet<>();
      for (Guards.Setting setting : guards.defaults()) {
        for (FieldModel field : setting.values().keySet()) {
          if (ready.isNew() && !ready.input().has(field.name())) {
            given.add(field.name());
          }
        }
      }
      for (Guards.Setting setting : guards.sets()) {
        for (FieldModel field : setting.values().keySet()) {
          if (!SameValue.test(sent.value(field), ready.value(field))) {
            given.add(field.name());
          }
        }
      }
      return given;
    }

    private Set<String> derived() {
      Set<String> derived = given();
      for (Guards.Setting set : guards.sets()) {
        for (FieldModel field : set.values().keySet()) {
          boolean buildsOnIt =
              Stream.of(set.when(), set.values().get(field))
                  .filter(Objects::nonNull)
                  .flatMap(formula -> formula.fields().stream())
                  .anyMatch(read -> read.isOwn() && read.field().equals(field));
          if (buildsOnIt) {
            derived.remove(field.name());
          }
        }
      }
      return derived;
    }

    private boolean readsEntered(BoundFormula formula) {
      return formula.fields().stream()
          .map(FieldRef::origin)
          .anyMatch(field ->
              ready.input().has(field.name())
                  && !SameValue.test(ready.valueBefore(field), ready.value(field)));
    }
  }
}
