package dev.huozi.record.write;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.value.RecordIds;
import dev.huozi.record.CandidateQuery;
import dev.huozi.record.RecordError;
import dev.huozi.record.RecordView;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.query.Filter;
import dev.huozi.record.query.NameResolver;
import dev.huozi.record.query.QueryPlan;
import dev.huozi.record.query.ReferenceTargets;
import dev.huozi.record.sql.FormulaFilterCompiler;
import dev.huozi.record.sql.QueryRenderer;
import dev.huozi.record.sql.ReferringRecord;
import dev.huozi.record.sql.RenderedQuery;
import java.util.List;
import java.util.UUID;

/// Finds what a reference may point at: the record that refers goes the first steps of a write, so
/// that its filter sees the values that a save would see.
record Candidates(WriteScope scope, RecordLoader loader) {
  List<RecordView> find(CandidateQuery query) {
    FieldModel field = field(query.field());
    ObjectModel target = ReferenceTargets.single(field, scope.snapshot());
    BoundFormula filter = Guards.of(scope).candidates().get(field);
    if (target == null || filter == null) {
      return read(scope.analyzer().list(query.offered(), scope.snapshot(), scope.context()));
    }
    Filter narrowing =
        FormulaFilterCompiler.candidates(
            filter.formula().source(), target, referring(query, filter));
    return read(
        scope.analyzer().narrowed(query.offered(), narrowing, scope.snapshot(), scope.context()));
  }

  private ReferringRecord referring(CandidateQuery query, BoundFormula filter) {
    RecordView before = query.id() == null ? null : loader.load(scope, query.id());
    UUID id = before == null ? RecordIds.next() : before.id();
    Draft typed = Draft.of(0, id, query.values(), before);
    Draft draft = DraftChecks.values(scope, List.of(typed)).getFirst();
    DraftRecord record =
        new DraftRecord(scope, draft, DraftRecord.related(scope, List.of(draft), List.of(filter)));
    return new ReferringRecord(scope.object(), scope.snapshot(), record::value);
  }

  private FieldModel field(String name) {
    Issues issues = new Issues();
    FieldModel field = scope.object().field(name);
    if (field == null) {
      new NameResolver(scope.snapshot()).resolve(scope.object(), name, issues);
      throw new ProblemException(RecordError.RECORD_INVALID, issues.list());
    }
    return field;
  }

  private List<RecordView> read(QueryPlan plan) {
    RenderedQuery query = QueryRenderer.records(plan);
    List<RecordView> rows =
        scope.transaction().query(query.statement(), row -> query.layout().read(row).record());
    return plan.limit() == 0 || rows.size() <= plan.limit() ? rows : rows.subList(0, plan.limit());
  }
}
