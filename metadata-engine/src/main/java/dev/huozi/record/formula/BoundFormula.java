package dev.huozi.record.formula;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.check.WriteFact;
import dev.huozi.formula.eval.CompiledFormula;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.metadata.formula.ObjectScope;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.ReferenceTargets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A formula over the records of an object. Thread-safe.
public final class BoundFormula {
  private final CompiledFormula compiled;
  private final List<Source> sources;
  private final Set<FieldRef> fields = new LinkedHashSet<>();
  private final Set<FieldRef> userFields = new LinkedHashSet<>();

  private BoundFormula(CheckedFormula formula, List<Source> sources) {
    this.compiled = CompiledFormula.of(formula);
    this.sources = List.copyOf(sources);
    for (Source source : sources) {
      switch (source) {
        case Source.Current(FieldRef field) -> fields.add(field);
        case Source.Prior(FieldRef field) -> fields.add(field);
        case Source.Changed(FieldRef field) -> fields.add(field);
        case Source.OfUser(FieldRef field) -> userFields.add(field);
        case Source.Fact _ -> {}
      }
    }
  }

  /// Where the value of an input comes from.
  private sealed interface Source {
    record Current(FieldRef field) implements Source {}

    record Prior(FieldRef field) implements Source {}

    record Changed(FieldRef field) implements Source {}

    record OfUser(FieldRef field) implements Source {}

    record Fact(WriteFact fact) implements Source {}
  }

  /// @param formula checked in an `ObjectScope` of the snapshot
  static BoundFormula of(CheckedFormula formula, MetadataSnapshot snapshot) {
    List<Source> sources = new ArrayList<>();
    for (CheckedFormula.Input input : formula.inputs()) {
      sources.add(source(input, snapshot));
    }
    return new BoundFormula(formula, sources);
  }

  /// The filter of a reference as a condition of the record that refers.
  ///
  /// @param formula checked in a scope of candidates
  /// @param reference leads to the candidate
  static BoundFormula ofCandidate(
      CheckedFormula formula,
      FieldRef.Hop reference,
      ObjectModel referring,
      MetadataSnapshot snapshot) {
    List<Source> sources = new ArrayList<>();
    for (CheckedFormula.Input input : formula.inputs()) {
      if (input instanceof CheckedFormula.Input.FieldValue(FieldPath path)
          && path.first().source() == ObjectScope.Root.RECORD) {
        sources.add(new Source.Current(ofRecord(path, referring, snapshot)));
      } else if (source(input, snapshot) instanceof Source.Current(FieldRef field)) {
        sources.add(new Source.Current(field.behind(List.of(reference))));
      } else {
        sources.add(source(input, snapshot));
      }
    }
    return new BoundFormula(formula, sources);
  }

  /// What a path from `$Record` leads to, as seen from that record; `$Record` itself is its id.
  public static FieldRef ofRecord(
      FieldPath path, ObjectModel referring, MetadataSnapshot snapshot) {
    return path.steps().size() > 1
        ? ref(path.steps().subList(1, path.steps().size()), snapshot)
        : FieldRef.own(Objects.requireNonNull(referring.field("id")));
  }

  private static Source source(CheckedFormula.Input input, MetadataSnapshot snapshot) {
    return switch (input) {
      case CheckedFormula.Input.FieldValue(FieldPath path) ->
          path.first().source() == ObjectScope.Root.USER
              ? new Source.OfUser(ofUser(path, snapshot))
              : new Source.Current(ref(path.steps(), snapshot));
      case CheckedFormula.Input.PriorValue(FieldPath path) ->
          new Source.Prior(ref(path.steps(), snapshot));
      case CheckedFormula.Input.Changed(FieldPath path) ->
          new Source.Changed(ref(path.steps(), snapshot));
      case CheckedFormula.Input.Fact(WriteFact fact) -> new Source.Fact(fact);
    };
  }

  private static FieldRef ofUser(FieldPath path, MetadataSnapshot snapshot) {
    if (path.steps().size() > 1) {
      return ref(path.steps().subList(1, path.steps().size()), snapshot);
    }
    ObjectModel user = UserFields.object(snapshot);
    return FieldRef.own(user.fields().getFirst());
  }

  /// The field that a path of a formula leads to.
  public static FieldRef ref(List<ScopedField> steps, MetadataSnapshot snapshot) {
    List<FieldRef.Hop> hops = new ArrayList<>();
    for (ScopedField step : steps.subList(0, steps.size() - 1)) {
      FieldModel lookup = field(step);
      hops.add(new FieldRef.Hop(lookup, ReferenceTargets.of(lookup, snapshot).getFirst().object()));
    }
    return new FieldRef(hops, field(steps.getLast()));
  }

  private static FieldModel field(ScopedField step) {
    if (step.source() instanceof FieldModel field) {
      return field;
    }
    throw new IllegalStateException("Name (%s) stands for no field.".formatted(step.name()));
  }

  public CheckedFormula formula() {
    return compiled.formula();
  }

  /// Every field that it reads, of the record and over its references.
  public Set<FieldRef> fields() {
    return Set.copyOf(fields);
  }

  /// Fields of whoever asks that it reads.
  public Set<FieldRef> userFields() {
    return Set.copyOf(userFields);
  }

  /// The value as formulas have it, null for a blank, or a `FormulaError`; never throws.
  public @Nullable Object evaluate(FormulaRecord record, EvaluationContext context) {
    @Nullable Object[] inputs = new Object[sources.size()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = input(sources.get(i), record);
    }
    context.renewBudget();
    return compiled.evaluate(inputs, context);
  }

  /// Whether a condition is true; blanks and errors are not.
  public boolean holds(FormulaRecord record, EvaluationContext context) {
    return Boolean.TRUE.equals(evaluate(record, context));
  }

  private static @Nullable Object input(Source source, FormulaRecord record) {
    return switch (source) {
      case Source.Current(FieldRef field) -> FormulaValues.input(record.value(field));
      case Source.Prior(FieldRef field) -> FormulaValues.input(record.prior(field));
      case Source.Changed(FieldRef field) -> record.isChanged(field);
      case Source.OfUser(FieldRef field) -> FormulaValues.input(record.ofUser(field));
      case Source.Fact(WriteFact fact) -> record.is(fact);
    };
  }
}
