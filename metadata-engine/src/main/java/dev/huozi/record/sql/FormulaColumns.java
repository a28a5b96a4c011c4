package dev.huozi.record.sql;

import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.sql.ColumnResolver;
import dev.huozi.metadata.formula.ObjectScope;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of a formula as SQL.
///
/// @param behind the references that lead to the record which the formula belongs to; empty for the
///   queried one
/// @param context who asks; null where nobody does and `$User` cannot occur
/// @param referring what `$Record` stands for; null where it stands for nothing
record FormulaColumns(
    Filter.Columns columns,
    List<FieldRef.Hop> behind,
    MetadataSnapshot snapshot,
    @Nullable RequestContext context,
    @Nullable ReferringRecord referring)
    implements ColumnResolver {

  FormulaColumns(
      Filter.Columns columns,
      List<FieldRef.Hop> behind,
      MetadataSnapshot snapshot,
      @Nullable RequestContext context) {
    this(columns, behind, snapshot, context, null);
  }

  @Override
  public SqlFragment column(FieldPath path) {
    if (referring != null && isOfRecord(path)) {
      return referring.value(path);
    }
    return isOfUser(path) ? ofUser(path) : columns.raw(ref(path));
  }

  @Override
  public boolean isKnown(FieldPath path) {
    if (referring != null && isOfRecord(path)) {
      return !referring.isBlank(path);
    }
    return isOfUser(path) && path.steps().size() == 1;
  }

  @Override
  public boolean mayFail(FieldPath path) {
    return isOfCandidate(path) && columns.mayFail(ref(path));
  }

  static boolean isOfUser(FieldPath path) {
    return path.first().source() == ObjectScope.Root.USER;
  }

  static boolean isOfRecord(FieldPath path) {
    return path.first().source() == ObjectScope.Root.RECORD;
  }

  /// Whether it is a field of the queried record, or reached from it.
  static boolean isOfCandidate(FieldPath path) {
    return !isOfUser(path) && !isOfRecord(path);
  }

  private FieldRef ref(FieldPath path) {
    return BoundFormula.ref(path.steps(), snapshot).behind(behind);
  }

  /// `$User` is known; a field of it is read once for the whole statement.
  private SqlFragment ofUser(FieldPath path) {
    RequestContext context = this.context;
    if (context == null) {
      throw new IllegalStateException("Nobody asks for path (%s).".formatted(path));
    }
    if (path.steps().size() == 1) {
      return SqlFragment.of("?::uuid", context.principal().userId());
    }
    if (!(path.last().source() instanceof FieldModel field)) {
      throw new IllegalStateException("Path (%s) leads to no field.".formatted(path));
    }
    return UserColumn.of(field, snapshot, context);
  }
}
