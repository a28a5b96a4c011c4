package dev.huozi.record.write;

import dev.huozi.formula.check.WriteFact;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.record.RecordView;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.formula.ComputedFields;
import dev.huozi.record.formula.FormulaInputs;
import dev.huozi.record.formula.FormulaRecord;
import dev.huozi.record.formula.FormulaSurroundings;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.sql.RenderedQuery;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A draft as a formula sees it.
///
/// @param shown whether computed fields are for the reader's eyes, in his zone
record DraftRecord(WriteScope scope, Draft draft, FormulaInputs.Related related, boolean shown)
    implements FormulaRecord {

  DraftRecord(WriteScope scope, Draft draft, FormulaInputs.Related related) {
    this(scope, draft, related, false);
  }

  /// What the formulas read of other records, fetched for all drafts together.
  static FormulaInputs.Related related(
      WriteScope scope, List<Draft> drafts, Collection<BoundFormula> formulas) {
    Function<RenderedQuery, List<RecordView>> run =
        query ->
            scope.transaction().query(query.statement(), row -> query.layout().read(row).record());
    return new FormulaInputs(scope.analyzer(), scope.snapshot(), scope.context(), run)
        .load(
            formulas,
            drafts.stream()
                .map(draft -> (Function<FieldModel, @Nullable Object>) draft::value)
                .toList());
  }

  /// The same with one field as it was before the write. So a field's own lock is neither opened
  /// nor shut by the change that it is asked about: a status that is read-only once it is `done`
  /// can be set to `done`, and not be set back.
  FormulaRecord but(FieldModel kept) {
    DraftRecord after = this;
    return new FormulaRecord() {
      @Override
      public @Nullable Object value(FieldRef field) {
        boolean itself = field.isOwn() && field.field().equals(kept);
        return itself ? after.prior(field) : after.value(field);
      }

      @Override
      public @Nullable Object prior(FieldRef field) {
        return after.prior(field);
      }

      @Override
      public boolean isChanged(FieldRef field) {
        return after.isChanged(field);
      }

      @Override
      public boolean is(WriteFact fact) {
        return after.is(fact);
      }

      @Override
      public @Nullable Object ofUser(FieldRef field) {
        return after.ofUser(field);
      }
    };
  }

  @Override
  public @Nullable Object value(FieldRef field) {
    if (field.isOwn() && field.field().field().type() instanceof FieldType.Formula) {
      return computed(field.field());
    }
    return field.isOwn()
        ? RecordLoader.valueAfter(scope, draft, field.field())
        : related.value(field, draft.value(field.path().getFirst().lookup()));
  }

  /// The value of a computed field of the record as it will be.
  @Nullable Object computed(FieldModel field) {
    EvaluationContext surroundings =
        shown
            ? FormulaSurroundings.shown(scope.context(), scope.snapshot())
            : FormulaSurroundings.stored(scope.context(), scope.snapshot());
    return ComputedFields.of(scope.snapshot())
        .require(field)
        .value(this, surroundings, scope.context().tenant().currency());
  }

  @Override
  public @Nullable Object prior(FieldRef field) {
    return field.isOwn() ? draft.valueBefore(field.field()) : value(field);
  }

  @Override
  public boolean isChanged(FieldRef field) {
    return field.isOwn() && !SameValue.test(draft.valueBefore(field.field()), value(field));
  }

  @Override
  public boolean is(WriteFact fact) {
    return fact == WriteFact.IS_NEW && draft.isNew();
  }

  @Override
  public @Nullable Object ofUser(FieldRef field) {
    return related.ofUser(field);
  }
}
