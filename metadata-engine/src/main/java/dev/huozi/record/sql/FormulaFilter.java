package dev.huozi.record.sql;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.ComparisonOperator;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.sql.ColumnResolver;
import dev.huozi.formula.sql.SqlSurroundings;
import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.Filter;
import dev.huozi.record.query.ObjectScope;
import dev.huozi.record.query.ReferenceTargets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A checked formula as a filter.
record FormulaFilter(CheckedFormula formula, MetadataSnapshot snapshot) implements Filter {

  @Override
  public String source() {
    return formula.source();
  }

  @Override
  public Set<FieldRef> fields() {
    Set<FieldRef> refs = new LinkedHashSet<>();
    for (CheckedFormula.Input input : formula.inputs()) {
      if (input instanceof CheckedFormula.Input.FieldValue(FieldPath path) && !isOfUser(path)) {
        refs.add(ref(path.steps()));
      }
    }
    return refs;
  }

  @Override
  public SqlFragment render(Function<FieldRef, SqlFragment> column, RequestContext context) {
    List<SqlFragment> all = new ArrayList<>();
    for (TypedExpr condition : conjuncts(formula.expression())) {
      SqlFragment special = polyEquality(condition, column);
      all.add(special == null ? translate(condition, column, context) : special);
    }
    return SqlFragment.join(" and ", all);
  }

  private SqlFragment translate(
      TypedExpr condition, Function<FieldRef, SqlFragment> column, RequestContext context) {
    return SqlTranslator.condition(
        new CheckedFormula(formula.source(), condition, formula.inputs(), formula.blankMode()),
        columns(column, context),
        new SqlSurroundings(context.now(), context.userZone()));
  }

  private ColumnResolver columns(Function<FieldRef, SqlFragment> column, RequestContext context) {
    return new ColumnResolver() {
      @Override
      public SqlFragment column(FieldPath path) {
        return isOfUser(path) ? ofUser(path, context) : column.apply(ref(path.steps()));
      }

      @Override
      public boolean isKnown(FieldPath path) {
        return isOfUser(path) && path.steps().size() == 1;
      }
    };
  }

  private static List<TypedExpr> conjuncts(TypedExpr expression) {
    return expression instanceof TypedExpr.And and
        ? and.conditions().stream().flatMap(one -> conjuncts(one).stream()).toList()
        : List.of(expression);
  }

  /// A polylookup that equals a record's id, as every related list asks: one of its columns does,
  /// which an index serves.
  private @Nullable SqlFragment polyEquality(
      TypedExpr condition, Function<FieldRef, SqlFragment> column) {
    if (!(condition instanceof TypedExpr.Compare compare)
        || compare.operator() != ComparisonOperator.EQUAL) {
      return null;
    }
    boolean left = compare.left() instanceof TypedExpr.Field;
    TypedExpr field = left ? compare.left() : compare.right();
    TypedExpr value = left ? compare.right() : compare.left();
    if (!(field instanceof TypedExpr.Field reference && !isOfUser(reference.path()))
        || !(value instanceof TypedExpr.Literal literal && literal.value() instanceof UUID id)) {
      return null;
    }
    FieldRef ref = ref(reference.path().steps());
    List<SqlFragment> any = new ArrayList<>();
    for (SqlIdentifier name : ref.field().columns()) {
      FieldModel part =
          new FieldModel(
              ref.field().position(), ref.field().field(), List.of(name), ref.field().system());
      any.add(column.apply(new FieldRef(ref.path(), part)).then(" = ?::uuid", id));
    }
    return SqlFragment.of("(").then(SqlFragment.join(" or ", any)).then(")");
  }

  private static boolean isOfUser(FieldPath path) {
    return path.first().source() == ObjectScope.Root.USER;
  }

  /// `$User` is known; a field of it is read once for the whole statement.
  private SqlFragment ofUser(FieldPath path, RequestContext context) {
    if (path.steps().size() == 1) {
      return SqlFragment.of("?::uuid", context.principal().userId());
    }
    ObjectModel user = snapshot.object(ReferenceTargets.USER_OBJECT);
    if (user == null || !(path.last().source() instanceof FieldModel field)) {
      throw new IllegalStateException("Path (%s) leads to no field.".formatted(path));
    }
    return SqlFragment.of("(select u.")
        .then(SqlFragment.identifier(field.column()))
        .then(" from ")
        .then(SqlFragment.identifier(user.schema(), user.table()))
        .then(" u where u.\"id\" = ?)", context.principal().userId());
  }

  private FieldRef ref(List<ScopedField> steps) {
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
}
