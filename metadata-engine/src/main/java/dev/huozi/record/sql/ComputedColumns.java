package dev.huozi.record.sql;

import dev.huozi.formula.sql.SqlMarker;
import dev.huozi.formula.sql.SqlSurroundings;
import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.formula.type.Family;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.formula.ComputedField;
import dev.huozi.record.formula.ComputedFields;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.Filter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Virtual formula fields in a piece of SQL: each is written once, beside the table that its record
/// comes from, and has a name that everything else uses.
///
/// ```
/// cross join lateral (select round(r.c_3 * j1.c_9, 2) as v) jf1
/// ```
final class ComputedColumns {
  private static final SqlIdentifier VALUE = new SqlIdentifier("v");

  /// @param mayFail whether the value may be the marker of an error
  private record Written(SqlIdentifier alias, SqlFragment sql, Family family, boolean mayFail) {}

  private final char letter;
  private final ComputedFields fields;
  private final MetadataSnapshot snapshot;
  private final SqlSurroundings surroundings;
  private final @Nullable RequestContext context;
  private final Map<FieldRef, Written> written = new LinkedHashMap<>();

  /// @param letter first letter of the aliases
  /// @param context who asks, null where nobody does
  ComputedColumns(
      char letter,
      MetadataSnapshot snapshot,
      SqlSurroundings surroundings,
      @Nullable RequestContext context) {
    this.letter = letter;
    this.fields = ComputedFields.of(snapshot);
    this.snapshot = snapshot;
    this.surroundings = surroundings;
    this.context = context;
  }

  /// The value, or the marker of its error.
  SqlFragment raw(FieldRef ref, Filter.Columns columns) {
    return SqlFragment.identifier(written(ref, columns).alias(), VALUE);
  }

  /// The value; null in place of an error.
  SqlFragment value(FieldRef ref, Filter.Columns columns) {
    Written one = written(ref, columns);
    SqlFragment raw = SqlFragment.identifier(one.alias(), VALUE);
    return one.mayFail() ? SqlMarker.errorAsNull(raw, one.family()) : raw;
  }

  boolean mayFail(FieldRef ref, Filter.Columns columns) {
    return written(ref, columns).mayFail();
  }

  private Written written(FieldRef ref, Filter.Columns columns) {
    Written known = written.get(ref);
    if (known != null) {
      return known;
    }
    ComputedField field = fields.require(ref.field());
    // What the formula needs comes first in the text.
    SqlTranslator.Value value =
        SqlTranslator.value(
            field.formula().formula(),
            new FormulaColumns(columns, ref.path(), snapshot, context),
            surroundings);
    SqlIdentifier alias = new SqlIdentifier(letter + "f" + (written.size() + 1));
    Written made =
        new Written(alias, shaped(value, field.type().shown()), value.family(), value.mayFail());
    written.put(ref, made);
    return made;
  }

  /// Rounded as the field says; a blank yes or no is a no.
  private static SqlFragment shaped(SqlTranslator.Value value, FieldType shown) {
    if (shown instanceof FieldType.Decimal decimal) {
      return SqlFragment.of("round(")
          .then(value.sql())
          .then("::numeric, ")
          .then(SqlFragment.number(decimal.decimals()))
          .then(")");
    }
    if (shown instanceof FieldType.Bool) {
      return SqlFragment.of("coalesce(")
          .then(value.sql())
          .then(value.mayFail() ? ", 0)" : ", false)");
    }
    return value.sql();
  }

  /// After the joins, whose columns the formulas read.
  SqlFragment render() {
    SqlFragment all = SqlFragment.EMPTY;
    for (Written one : written.values()) {
      all =
          all.then("\n  cross join lateral (select ")
              .then(one.sql())
              .then(" as ")
              .then(SqlFragment.identifier(VALUE))
              .then(") ")
              .then(SqlFragment.identifier(one.alias()));
    }
    return all;
  }
}
