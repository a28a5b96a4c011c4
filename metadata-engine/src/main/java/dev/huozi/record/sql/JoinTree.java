package dev.huozi.record.sql;

import dev.huozi.formula.sql.SqlMarker;
import dev.huozi.formula.sql.SqlSurroundings;
import dev.huozi.formula.type.Family;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.formula.ComputedField;
import dev.huozi.record.formula.ComputedFields;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.Filter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The left joins that a piece of SQL needs: asked for while its columns are written, each lookup
/// joined once.
final class JoinTree implements Filter.Columns {
  private static final SqlIdentifier ID = new SqlIdentifier("id");

  private record Edge(SqlIdentifier parent, SqlIdentifier column, SqlIdentifier table) {}

  private record Join(SqlIdentifier alias, ObjectModel target, SqlFragment condition) {}

  private final SqlIdentifier root;
  private final char letter;
  private final @Nullable AccessRenderer access;
  private final ComputedFields fields;
  private final boolean fresh;
  private final ComputedColumns computed;
  private final Map<Edge, Join> joins = new LinkedHashMap<>();

  /// @param root alias of the rows that the joins start from
  /// @param letter first letter of the aliases of joined tables
  JoinTree(
      SqlIdentifier root,
      char letter,
      AccessRenderer access,
      MetadataSnapshot snapshot,
      RequestContext context) {
    this(
        root,
        letter,
        access,
        snapshot,
        new ComputedColumns(
            letter, snapshot, new SqlSurroundings(context.now(), context.userZone()), context),
        false);
  }

  private JoinTree(
      SqlIdentifier root,
      char letter,
      @Nullable AccessRenderer access,
      MetadataSnapshot snapshot,
      ComputedColumns computed,
      boolean fresh) {
    this.computed = computed;
    this.fields = ComputedFields.of(snapshot);
    this.fresh = fresh;
    this.root = root;
    this.letter = letter;
    this.access = access;
  }

  /// For computing what is stored, whoever may read it: stored formulas are computed anew too.
  static JoinTree fresh(
      SqlIdentifier root, char letter, MetadataSnapshot snapshot, SqlSurroundings surroundings) {
    return new JoinTree(
        root,
        letter,
        null,
        snapshot,
        new ComputedColumns(letter, snapshot, surroundings, null),
        true);
  }

  /// The alias of the table that `path` leads to.
  SqlIdentifier along(List<FieldRef.Hop> path) {
    SqlIdentifier alias = root;
    for (FieldRef.Hop hop : path) {
      alias = joined(alias, hop.lookup().column(), hop.target());
    }
    return alias;
  }

  /// The alias of `target`, joined to the reference `column` of `parent`. What the principal may
  /// not read is not joined, so its columns are blank.
  SqlIdentifier joined(SqlIdentifier parent, SqlIdentifier column, ObjectModel target) {
    Edge edge = new Edge(parent, column, target.table());
    Join known = joins.get(edge);
    if (known != null) {
      return known.alias();
    }
    SqlIdentifier alias = new SqlIdentifier(letter + Integer.toString(joins.size() + 1));
    SqlFragment condition =
        SqlFragment.identifier(alias, ID)
            .then(" = ")
            .then(SqlFragment.identifier(parent, column))
            .then(access == null ? SqlFragment.EMPTY : access.andRows(target, alias));
    joins.put(edge, new Join(alias, target, condition));
    return alias;
  }

  @Override
  public SqlFragment raw(FieldRef ref) {
    if (isComputed(ref)) {
      return computed.raw(ref, this);
    }
    ComputedField stored = fields.get(ref.field());
    return stored == null || !stored.mayFail() ? column(ref) : marked(ref, stored);
  }

  @Override
  public boolean mayFail(FieldRef ref) {
    if (isComputed(ref)) {
      return computed.mayFail(ref, this);
    }
    ComputedField stored = fields.get(ref.field());
    return stored != null && stored.mayFail();
  }

  private boolean isComputed(FieldRef ref) {
    return ref.field().field().type() instanceof FieldType.Formula formula
        && (fresh || !formula.stored());
  }

  /// A stored value with its error, if there is one, in its place.
  private SqlFragment marked(FieldRef ref, ComputedField stored) {
    Family family = stored.formula().formula().type().family();
    SqlFragment value = column(ref);
    SqlFragment error = SqlFragment.identifier(along(ref.path()), ref.field().columns().getLast());
    return SqlFragment.of("(case when ")
        .then(error)
        .then(" is not null then ")
        .then(SqlMarker.of(family))
        .then(" else ")
        .then(value)
        .then(family == Family.BOOLEAN ? "::int end)" : " end)");
  }

  /// The column of a field, joined on demand; for a polylookup whichever of its columns is filled.
  /// A computed value that failed is null.
  SqlFragment column(FieldRef ref) {
    if (isComputed(ref)) {
      return computed.value(ref, this);
    }
    SqlIdentifier alias = along(ref.path());
    if (ref.field().field().type() instanceof FieldType.Formula) {
      return SqlFragment.identifier(alias, ref.field().column());
    }
    List<SqlFragment> columns =
        ref.field().columns().stream().map(name -> SqlFragment.identifier(alias, name)).toList();
    return columns.size() == 1
        ? columns.getFirst()
        : SqlFragment.of("coalesce(").then(SqlFragment.join(", ", columns)).then(")");
  }

  SqlFragment render() {
    SqlFragment all = SqlFragment.EMPTY;
    for (Join join : joins.values()) {
      ObjectModel target = join.target();
      all =
          all.then("\n  left join ")
              .then(SqlFragment.identifier(target.schema(), target.table()))
              .then(" ")
              .then(SqlFragment.identifier(join.alias()))
              .then(" on ")
              .then(join.condition());
    }
    return all.then(computed.render());
  }
}
