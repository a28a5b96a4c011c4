package dev.huozi.record.sql;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.ComparisonOperator;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.sql.SqlSurroundings;
import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.Filter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A checked formula as a filter.
///
/// @param referring what `$Record` stands for in the filter of a reference; null in any other
record FormulaFilter(
    CheckedFormula formula, MetadataSnapshot snapshot, @Nullable ReferringRecord referring)
    implements Filter {

  FormulaFilter(CheckedFormula formula, MetadataSnapshot snapshot) {
    this(formula, snapshot, null);
  }

  @Override
  public String source() {
    return formula.source();
  }

  @Override
  public Set<FieldRef> fields() {
    Set<FieldRef> refs = new LinkedHashSet<>();
    for (CheckedFormula.Input input : formula.inputs()) {
      if (input instanceof CheckedFormula.Input.FieldValue(FieldPath path)
          && FormulaColumns.isOfCandidate(path)) {
        refs.add(ref(path.steps()));
      }
    }
    return refs;
  }

  @Override
  public SqlFragment render(Filter.Columns columns, RequestContext context) {
    List<SqlFragment> all = new ArrayList<>();
    for (TypedExpr condition : conjuncts(formula.expression())) {
      SqlFragment special = polyEquality(condition, columns);
      all.add(special == null ? translate(condition, columns, context) : special);
    }
    return SqlFragment.join(" and ", all);
  }

  private SqlFragment translate(
      TypedExpr condition, Filter.Columns columns, RequestContext context) {
    return SqlTranslator.condition(
        new CheckedFormula(formula.source(), condition, formula.inputs(), formula.blankMode()),
        new FormulaColumns(columns, List.of(), snapshot, context, referring),
        new SqlSurroundings(context.now(), zone(context)));
  }

  /// The filter of a reference guards writes: days are those of the tenant.
  private ZoneId zone(RequestContext context) {
    return referring == null ? context.userZone() : context.tenant().zone();
  }

  private static List<TypedExpr> conjuncts(TypedExpr expression) {
    return expression instanceof TypedExpr.And and
        ? and.conditions().stream().flatMap(one -> conjuncts(one).stream()).toList()
        : List.of(expression);
  }

  /// A polylookup that equals a record's id, as every related list asks: one of its columns does,
  /// which an index serves.
  private @Nullable SqlFragment polyEquality(TypedExpr condition, Filter.Columns columns) {
    if (!(condition instanceof TypedExpr.Compare compare)
        || compare.operator() != ComparisonOperator.EQUAL) {
      return null;
    }
    boolean left = compare.left() instanceof TypedExpr.Field;
    TypedExpr field = left ? compare.left() : compare.right();
    TypedExpr value = left ? compare.right() : compare.left();
    if (!(field instanceof TypedExpr.Field reference
            && FormulaColumns.isOfCandidate(reference.path()))
        || !(value instanceof TypedExpr.Literal literal && literal.value() instanceof UUID id)) {
      return null;
    }
    FieldRef ref = ref(reference.path().steps());
    List<SqlFragment> any = new ArrayList<>();
    for (SqlIdentifier name : ref.field().columns()) {
      FieldModel part =
          new FieldModel(
              ref.field().position(), ref.field().field(), List.of(name), ref.field().system());
      any.add(columns.raw(new FieldRef(ref.path(), part)).then(" = ?::uuid", id));
    }
    return SqlFragment.of("(").then(SqlFragment.join(" or ", any)).then(")");
  }

  private FieldRef ref(List<ScopedField> steps) {
    return BoundFormula.ref(steps, snapshot);
  }
}
