package dev.huozi.metadata.schema;

import dev.huozi.metadata.schema.DdlStatement.Later;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What each step costs while others work: its lock, and how much of the table it goes through.
final class SchemaCost {
  private final DdlRenderer renderer;
  private final TableFacts facts;
  private final Set<SqlIdentifier> created = new HashSet<>();
  private final Map<SqlIdentifier, Long> rows = new HashMap<>();

  SchemaCost(DdlRenderer renderer, TableFacts facts) {
    this.renderer = renderer;
    this.facts = facts;
  }

  DdlStatement statement(SchemaChange change) {
    Rewrite rewrite = rewrite(change);
    long touched = rewrite == Rewrite.NONE ? 0 : rows(change.table());
    return new DdlStatement(
        change.table(), renderer.render(change), lock(change), rewrite, touched, later(change));
  }

  private long rows(SqlIdentifier table) {
    return created.contains(table) ? 0 : rows.computeIfAbsent(table, facts::estimatedRows);
  }

  private static @Nullable Later later(SchemaChange change) {
    if (!change.canFollow()) {
      return null;
    }
    return switch (change) {
      case SchemaChange.AddIndex add -> new Later(add.table(), add.index().name());
      case SchemaChange.ValidateForeignKey validate -> new Later(validate.table(), validate.name());
      case SchemaChange.CreateTable _, SchemaChange.DropTable _, SchemaChange.RememberFill _, SchemaChange.AddColumn _,
          SchemaChange.DropDefault _,
          SchemaChange.AddCurrency _,
          SchemaChange.WidenColumn _,
          SchemaChange.EmptyColumn _,
          SchemaChange.FillColumn _,
          SchemaChange.Require _,
          SchemaChange.Unrequire _,
          SchemaChange.AddCheck _,
          SchemaChange.AddForeignKey _,
          SchemaChange.DropConstraint _,
          SchemaChange.DropIndex _ ->
          null;
    };
  }

  private LockLevel lock(SchemaChange change) {
    return switch (change) {
      case SchemaChange.CreateTable create -> {
        created.add(create.table());
        yield LockLevel.NONE;
      }
      case SchemaChange.RememberFill _ -> LockLevel.NONE;
      case SchemaChange.AddIndex add -> add.onNewTable() ? LockLevel.NONE : LockLevel.SHARE;
      case SchemaChange.AddForeignKey _ -> LockLevel.SHARE_ROW_EXCLUSIVE;
      case SchemaChange.ValidateForeignKey _ -> LockLevel.SHARE_UPDATE_EXCLUSIVE;
      case SchemaChange.EmptyColumn _, SchemaChange.FillColumn _ -> LockLevel.ROW_EXCLUSIVE;
      case SchemaChange.DropTable _,
          SchemaChange.AddColumn _,
          SchemaChange.DropDefault _,
          SchemaChange.AddCurrency _,
          SchemaChange.WidenColumn _,
          SchemaChange.Require _,
          SchemaChange.Unrequire _,
          SchemaChange.AddCheck _,
          SchemaChange.DropConstraint _,
          SchemaChange.DropIndex _ ->
          LockLevel.ACCESS_EXCLUSIVE;
    };
  }

  private Rewrite rewrite(SchemaChange change) {
    return switch (change) {
      case SchemaChange.EmptyColumn _, SchemaChange.FillColumn _ -> Rewrite.REWRITE;
      case SchemaChange.Require _, SchemaChange.AddCheck _, SchemaChange.ValidateForeignKey _ ->
          Rewrite.SCAN;
      case SchemaChange.AddIndex add -> add.onNewTable() ? Rewrite.NONE : Rewrite.SCAN;
      case SchemaChange.CreateTable _, SchemaChange.DropTable _, SchemaChange.RememberFill _, SchemaChange.AddColumn _,
          SchemaChange.DropDefault _,
          SchemaChange.WidenColumn _,
          SchemaChange.Unrequire _,
          SchemaChange.AddCurrency _,
          SchemaChange.AddForeignKey _,
          SchemaChange.DropConstraint _,
          SchemaChange.DropIndex _ ->
          Rewrite.NONE;
    };
  }
}
