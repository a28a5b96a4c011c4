package dev.huozi.metadata.schema;

import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides which unwanted tables and columns go for good.
public final class Pruning {
  /// In larger tables looking for values would keep writers waiting: their columns are parked.
  private static final long LARGE = 100_000;

  private final PhysicalModel before;
  private final PhysicalModel remembered;
  private final Disposal disposal;
  private final TableFacts facts;
  private final Set<SqlIdentifier> gone = new HashSet<>();

  private Pruning(
      PhysicalModel before, PhysicalModel remembered, Disposal disposal, TableFacts facts) {
    this.before = before;
    this.remembered = remembered;
    this.disposal = disposal;
    this.facts = facts;
  }

  /// The wished names without those that go.
  ///
  /// @param remembered the names of the version that is returned to
  public static PhysicalModel of(
      PhysicalModel before,
      PhysicalModel wished,
      PhysicalModel remembered,
      Disposal disposal,
      TableFacts facts) {
    if (disposal == Disposal.PARK) {
      return wished;
    }
    Pruning pruning = new Pruning(before, remembered, disposal, facts);
    wished.inOrder().forEach(pruning::table);
    return wished.without(pruning.gone);
  }

  private void table(PhysicalTable wished) {
    PhysicalTable now = before.table(wished.objectId());
    if (now == null) {
      return;
    }
    if (wished.parked()) {
      boolean goes =
          disposal == Disposal.PURGE
              ? !now.parked()
              : remembered.table(wished.objectId()) == null && facts.isEmpty(wished.name());
      if (goes) {
        gone.add(wished.name());
        return;
      }
    }
    columns(now, wished);
  }

  private void columns(PhysicalTable now, PhysicalTable wished) {
    PhysicalTable then = remembered.table(wished.objectId());
    List<PhysicalColumn> candidates =
        wished.columns().stream()
            .filter(column -> column.parked() && mayGo(column.name(), now, then))
            .toList();
    if (candidates.isEmpty()) {
      return;
    }
    if (disposal == Disposal.PURGE) {
      candidates.forEach(column -> gone.add(column.name()));
    } else if (facts.estimate(wished.name()).rows() < LARGE) {
      List<Long> filled = facts.filled(wished.name(), candidates.stream().map(List::of).toList());
      for (int i = 0; i < candidates.size(); i++) {
        if (filled.get(i) == 0) {
          gone.add(candidates.get(i).name());
        }
      }
    }
  }

  private boolean mayGo(SqlIdentifier column, PhysicalTable now, @Nullable PhysicalTable then) {
    PhysicalColumn present = now.column(column);
    return disposal == Disposal.PURGE
        ? present != null && !present.parked()
        : then == null || then.column(column) == null;
  }

  /// Queries that give a row when something that goes because it is empty is no longer so.
  public static List<SqlFragment> mustBeEmpty(
      SqlIdentifier schema, PhysicalModel before, PhysicalModel after) {
    List<SqlFragment> queries = new ArrayList<>();
    for (PhysicalTable table : before.inOrder()) {
      PhysicalTable rest = after.table(table.objectId());
      SqlFragment rows =
          SqlFragment.of("select 1 from ").then(SqlFragment.identifier(schema, table.name()));
      List<SqlFragment> filled =
          table.columns().stream()
              .filter(column -> rest == null || rest.column(column.name()) == null)
              .map(StoredTableFacts::isFilled)
              .toList();
      if (rest == null) {
        queries.add(rows.then(" limit 1"));
      } else if (!filled.isEmpty()) {
        queries.add(rows.then(" where ").then(SqlFragment.join(" or ", filled)).then(" limit 1"));
      }
    }
    return queries;
  }
}
