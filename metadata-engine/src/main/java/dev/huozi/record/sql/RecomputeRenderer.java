package dev.huozi.record.sql;

import dev.huozi.formula.sql.SqlMarker;
import dev.huozi.formula.sql.SqlSurroundings;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.value.ErrorKind;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.record.formula.ComputedField;
import dev.huozi.record.formula.Dependants;
import dev.huozi.record.query.FieldRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stored formulas computed anew in the database: only rows whose value differs are written, locked
/// in the order of their ids.
///
/// ```
/// update t_1.o_7 t set c_3 = s.v1, c_4 = s.e1
/// from (select r.id, … as v1, … as e1 from t_1.o_7 r left join … where … order by r.id for no key update of r) s
/// where t.id = s.id and (t.c_3, t.c_4) is distinct from (s.v1, s.e1)
/// ```
public final class RecomputeRenderer {
  private static final SqlIdentifier TARGET = new SqlIdentifier("t");
  private static final SqlIdentifier SOURCE = new SqlIdentifier("s");

  private final ObjectModel object;
  private final JoinTree joins;
  private final List<SqlFragment> columns = new ArrayList<>();
  private final List<SqlFragment> assignments = new ArrayList<>();
  private final List<SqlFragment> old = new ArrayList<>();
  private final List<SqlFragment> made = new ArrayList<>();

  private RecomputeRenderer(
      ObjectModel object,
      Collection<ComputedField> fields,
      MetadataSnapshot snapshot,
      SqlSurroundings surroundings) {
    this.object = object;
    this.joins = JoinTree.fresh(QueryRenderer.ROWS, 'j', snapshot, surroundings);
    fields.forEach(this::add);
  }

  /// Keeps records from being changed until the transaction ends.
  public static SqlFragment keep(ObjectModel object, Collection<UUID> ids) {
    return SqlFragment.of("select r.\"id\" from ")
        .then(QueryRenderer.table(object))
        .then(" where r.\"id\" = any(?::uuid[])", new SqlArray("uuid", List.copyOf(ids)))
        .then(" order by r.\"id\" for share");
  }

  /// The records that refer to changed ones.
  public static SqlFragment dependants(
      Dependants.Affected affected,
      Collection<UUID> ids,
      MetadataSnapshot snapshot,
      SqlSurroundings surroundings) {
    RecomputeRenderer renderer =
        new RecomputeRenderer(affected.object(), affected.fields(), snapshot, surroundings);
    List<SqlFragment> any = new ArrayList<>();
    for (List<FieldRef.Hop> way : affected.ways()) {
      FieldRef lookup = new FieldRef(way.subList(0, way.size() - 1), way.getLast().lookup());
      any.add(
          renderer
              .joins
              .column(lookup)
              .then(" = any(?::uuid[])", new SqlArray("uuid", List.copyOf(ids))));
    }
    return renderer.update(SqlFragment.of("(").then(SqlFragment.join(" or ", any)).then(")"));
  }

  /// These records.
  public static SqlFragment records(
      ObjectModel object,
      Collection<ComputedField> fields,
      Collection<UUID> ids,
      MetadataSnapshot snapshot,
      SqlSurroundings surroundings) {
    return new RecomputeRenderer(object, fields, snapshot, surroundings)
        .update(
            SqlFragment.of("r.\"id\" = any(?::uuid[])", new SqlArray("uuid", List.copyOf(ids))));
  }

  /// A portion of all records, after a formula was made or changed; see `last`.
  ///
  /// @param after the last record that was done, null at the start
  public static SqlFragment portion(
      ObjectModel object,
      Collection<ComputedField> fields,
      @Nullable UUID after,
      @Nullable UUID last,
      MetadataSnapshot snapshot,
      SqlSurroundings surroundings) {
    SqlFragment where = SqlFragment.of("true");
    if (after != null) {
      where = where.then(" and r.\"id\" > ?", after);
    }
    if (last != null) {
      where = where.then(" and r.\"id\" <= ?", last);
    }
    return new RecomputeRenderer(object, fields, snapshot, surroundings).update(where);
  }

  /// The last record of the next portion; no row when there is none left.
  public static SqlFragment last(ObjectModel object, @Nullable UUID after, int rows) {
    SqlFragment portion =
        SqlFragment.of("select p.\"id\" from (select r.\"id\" from ")
            .then(QueryRenderer.table(object));
    if (after != null) {
      portion = portion.then(" where r.\"id\" > ?", after);
    }
    return portion
        .then(" order by r.\"id\" limit ")
        .then(SqlFragment.number(rows))
        .then(") p order by p.\"id\" desc limit 1");
  }

  private void add(ComputedField field) {
    FieldRef ref = FieldRef.own(field.field());
    SqlFragment raw = joins.raw(ref);
    boolean mayFail = joins.mayFail(ref);
    Family family = field.formula().formula().type().family();
    SqlFragment value = joins.column(ref);
    SqlFragment error = SqlFragment.of("null::text");
    if (mayFail) {
      error =
          SqlFragment.of("case when ")
              .then(SqlMarker.isError(raw, family))
              .then(" then ?::text end", ErrorKind.FAILED.name());
    }
    if (field.type().shown() instanceof FieldType.Decimal decimal) {
      // More digits than the column has.
      SqlFragment large =
          SqlFragment.of("abs(")
              .then(value)
              .then(
                  ") >= ?::numeric",
                  BigDecimal.ONE.movePointRight(decimal.digits() - decimal.decimals()));
      error =
          SqlFragment.of("case when ")
              .then(large)
              .then(" then ?::text else ", ErrorKind.RANGE.name())
              .then(error)
              .then(" end");
      value =
          SqlFragment.of("case when ")
              .then(large)
              .then(" then null else ")
              .then(value)
              .then(" end");
    }
    if (field.type().shown() instanceof FieldType.Bool) {
      // A column of yes and no has no blanks.
      value = SqlFragment.of("coalesce(").then(value).then(", false)");
    }
    put(field.field().column(), value, "v");
    put(field.field().columns().getLast(), error, "e");
  }

  private void put(SqlIdentifier column, SqlFragment value, String letter) {
    SqlIdentifier name = new SqlIdentifier(letter + (columns.size() + 1));
    columns.add(value.then(" as ").then(SqlFragment.identifier(name)));
    SqlFragment source = SqlFragment.identifier(SOURCE, name);
    assignments.add(SqlFragment.identifier(column).then(" = ").then(source));
    old.add(SqlFragment.identifier(TARGET, column));
    made.add(source);
  }

  private SqlFragment update(SqlFragment where) {
    SqlFragment table = SqlFragment.identifier(object.schema(), object.table());
    return SqlFragment.of("update ")
        .then(table)
        .then(" ")
        .then(SqlFragment.identifier(TARGET))
        .then(" set ")
        .then(SqlFragment.join(", ", assignments))
        .then("\nfrom (select r.\"id\", ")
        .then(SqlFragment.join(", ", columns))
        .then("\n  from ")
        .then(QueryRenderer.table(object))
        .then(joins.render())
        .then("\n  where ")
        .then(where)
        .then("\n  order by r.\"id\" for no key update of r) ")
        .then(SqlFragment.identifier(SOURCE))
        .then("\nwhere t.\"id\" = s.\"id\" and (")
        .then(SqlFragment.join(", ", old))
        .then(") is distinct from (")
        .then(SqlFragment.join(", ", made))
        .then(")");
  }
}
