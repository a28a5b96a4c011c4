package dev.huozi.record.formula;

import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.formula.FormulaFields;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.query.FieldRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The formula fields of a version of the model, bound once.
public final class ComputedFields {
  private static final Map<MetadataSnapshot, ComputedFields> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Map<FieldModel, ComputedField> fields;
  private final FormulaFields formulas;

  private ComputedFields(Map<FieldModel, ComputedField> fields, FormulaFields formulas) {
    this.fields = Map.copyOf(fields);
    this.formulas = formulas;
  }

  public static ComputedFields of(MetadataSnapshot snapshot) {
    return KNOWN.computeIfAbsent(snapshot, ComputedFields::bind);
  }

  private static ComputedFields bind(MetadataSnapshot snapshot) {
    FormulaFields formulas = FormulaFields.of(snapshot);
    Map<FieldModel, ComputedField> fields = new HashMap<>();
    formulas
        .all()
        .forEach((field, formula) -> {
          if (field.field().type() instanceof FieldType.Formula type) {
            fields.put(
                field,
                new ComputedField(
                    field, type, BoundFormula.of(formula, snapshot), formulas.mayFail(field)));
          }
        });
    return new ComputedFields(fields, formulas);
  }

  public Collection<ComputedField> all() {
    return fields.values();
  }

  /// The field as a computed one, or null when it is none.
  public @Nullable ComputedField get(FieldModel field) {
    return fields.get(field);
  }

  /// A field that is computed.
  public ComputedField require(FieldModel field) {
    ComputedField found = get(field);
    if (found == null) {
      throw new IllegalStateException("Field (%s) has no valid formula.".formatted(field.name()));
    }
    return found;
  }

  /// The fields of an object whose values stand in columns.
  public List<ComputedField> stored(ObjectModel object) {
    List<ComputedField> stored = new ArrayList<>();
    for (FieldModel field : object.fields()) {
      ComputedField computed = get(field);
      if (computed != null && computed.type().isStored()) {
        stored.add(computed);
      }
    }
    return stored;
  }

  /// The formulas with those of the fields of the same record that they read, directly or through
  /// others.
  public Set<BoundFormula> withOwn(Collection<BoundFormula> formulas) {
    Set<BoundFormula> all = new LinkedHashSet<>(formulas);
    List<BoundFormula> open = new ArrayList<>(formulas);
    while (!open.isEmpty()) {
      for (FieldRef ref : open.removeLast().fields()) {
        ComputedField computed = ref.isOwn() ? get(ref.field()) : null;
        if (computed != null && all.add(computed.formula())) {
          open.add(computed.formula());
        }
      }
    }
    return all;
  }

  /// Every field that a statement needs for these: in place of a virtual one what its formula
  /// reads.
  public Set<FieldRef> columns(Collection<FieldRef> refs) {
    return expanded(refs, field -> field.field().type().isVirtual());
  }

  /// Every field that somebody gives a value on which these depend.
  public Set<FieldRef> given(Collection<FieldRef> refs) {
    return expanded(refs, _ -> true);
  }

  private Set<FieldRef> expanded(Collection<FieldRef> refs, Predicate<FieldModel> open) {
    Set<FieldRef> found = new LinkedHashSet<>();
    Set<FieldRef> seen = new LinkedHashSet<>(refs);
    List<FieldRef> waiting = new ArrayList<>(refs);
    while (!waiting.isEmpty()) {
      FieldRef ref = waiting.removeLast();
      ComputedField computed = open.test(ref.field()) ? get(ref.field()) : null;
      if (computed == null) {
        found.add(ref);
      } else {
        computed.formula().fields().stream()
            .map(each -> each.behind(ref.path()))
            .filter(seen::add)
            .forEach(waiting::add);
      }
    }
    return found;
  }

  /// Whether the value changes with the moment or with whoever asks, though no record does.
  public boolean isVolatile(FieldModel field) {
    return formulas.isVolatile(field);
  }

  /// Why the field has no SQL form, null when it has one.
  public @Nullable Diagnostic notSql(FieldModel field) {
    return formulas.notSql(field);
  }
}
