package dev.huozi.formula.sql;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.type.Family;
import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Fields whose values are known, bound as parameters; formula fields are written out.
///
/// @param values null for a blank
/// @param formulas the formula of a field that has one
record KnownFields(
    Function<FieldPath, @Nullable Object> values,
    Function<FieldPath, @Nullable CheckedFormula> formulas,
    SqlSurroundings surroundings)
    implements ColumnResolver {

  @Override
  public SqlFragment column(FieldPath path) {
    CheckedFormula formula = formulas.apply(path);
    if (formula != null) {
      return SqlTranslator.value(formula, this, surroundings).sql();
    }
    Object value = values.apply(path);
    Family family = path.type().family();
    return value instanceof List<?> codes
        ? SqlFragment.of(
            "?::text[]", new SqlArray("text", codes.stream().map(String::valueOf).toList()))
        : SqlValues.parameter(family == Family.GEO ? null : value, family);
  }

  @Override
  public boolean mayFail(FieldPath path) {
    CheckedFormula formula = formulas.apply(path);
    return formula != null && SqlTranslator.value(formula, this, surroundings).mayFail();
  }
}
