package dev.huozi.record.sql;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.record.query.FieldRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The left joins that a piece of SQL needs: asked for while its columns are written, each lookup
/// joined once.
final class JoinTree {
  private static final SqlIdentifier ID = new SqlIdentifier("id");

  private record Edge(SqlIdentifier parent, SqlIdentifier column, SqlIdentifier table) {}

  private record Join(SqlIdentifier alias, ObjectModel target, SqlFragment condition) {}

  private final SqlIdentifier root;
  private final char letter;
  private final AccessRenderer access;
  private final Map<Edge, Join> joins = new LinkedHashMap<>();

  /// @param root alias of the rows that the joins start from
  /// @param letter first letter of the aliases of joined tables
  JoinTree(SqlIdentifier root, char letter, AccessRenderer access) {
    this.root = root;
    this.letter = letter;
    this.access = access;
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
            .then(access.andRows(target, alias));
    joins.put(edge, new Join(alias, target, condition));
    return alias;
  }

  /// The column of a field, joined on demand; for a polylookup whichever of its columns is filled.
  SqlFragment column(FieldRef ref) {
    SqlIdentifier alias = along(ref.path());
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
    return all;
  }
}
