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
  private final Map<SqlIdentifier, TableFacts.Size> sizes = new HashMap<>();

  SchemaCost(DdlRenderer renderer, TableFacts facts) {
    this.renderer = renderer;
    this.facts = facts;
  }

  DdlStatement statement(SchemaChange change) {
    Rewrite rewrite = rewrite(change);
    LockLevel lock = lock(change);
    TableFacts.Size size = rewrite == Rewrite.NONE ? TableFacts.Size.NOTHING : size(change.table());
    return new DdlStatement(
        change.table(),
        renderer.render(change),
        lock,
        rewrite,
        size.rows(),
        size.bytes(),
        Effort.of(change, rewrite, size),
        later(change));
  }

  /// What filling a column takes that will take another's place: before the publication, while
  /// everybody works on.
  DdlStatement filling(Shadow shadow) {
    TableFacts.Size size = size(shadow.table());
    return new DdlStatement(
        shadow.table(),
        shadow.fillAll(),
        LockLevel.ROW_EXCLUSIVE,
        Rewrite.REWRITE,
        size.rows(),
        size.bytes(),
        Effort.ofFill(size),
        null);
  }

  private TableFacts.Size size(SqlIdentifier table) {
    return created.contains(table)
        ? TableFacts.Size.NOTHING
        : sizes.computeIfAbsent(table, facts::estimate);
  }

  private static @Nullable Later later(SchemaChange change) {
    if (!change.canFollow()) {
      return null;
    }
    return switch (change) {
      case SchemaChange.AddIndex add -> new Later(add.table(), add.index().name());
      case SchemaChange.ValidateForeignKey validate -> new Later(validate.table(), validate.name());
      case SchemaChange.CreateTable _,
          SchemaChange.DropTable _,
          SchemaChange.RememberFill _,
          SchemaChange.AddColumn _,
          SchemaChange.DropDefault _,
          SchemaChange.AddCurrency _,
          SchemaChange.WidenColumn _,
          SchemaChange.ConvertColumn _,
          SchemaChange.RenameColumn _,
          SchemaChange.DropColumn _,
          SchemaChange.DropCurrency _,
          SchemaChange.ClearDangling _,
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
      case SchemaChange.AddIndex add ->
          add.onNewTable()
              ? LockLevel.NONE
              : add.canFollow() ? LockLevel.SHARE_UPDATE_EXCLUSIVE : LockLevel.SHARE;
      case SchemaChange.AddForeignKey _ -> LockLevel.SHARE_ROW_EXCLUSIVE;
      case SchemaChange.ValidateForeignKey _ -> LockLevel.SHARE_UPDATE_EXCLUSIVE;
      case SchemaChange.EmptyColumn _, SchemaChange.FillColumn _, SchemaChange.ClearDangling _ ->
          LockLevel.ROW_EXCLUSIVE;
      case SchemaChange.ConvertColumn convert ->
          convert.shadow() ? LockLevel.ROW_EXCLUSIVE : LockLevel.ACCESS_EXCLUSIVE;
      case SchemaChange.DropTable _,
          SchemaChange.AddColumn _,
          SchemaChange.DropDefault _,
          SchemaChange.AddCurrency _,
          SchemaChange.WidenColumn _,
          SchemaChange.RenameColumn _,
          SchemaChange.DropColumn _,
          SchemaChange.DropCurrency _,
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
      case SchemaChange.ConvertColumn convert -> convert.shadow() ? Rewrite.SCAN : Rewrite.REWRITE;
      case SchemaChange.Require _,
          SchemaChange.AddCheck _,
          SchemaChange.ClearDangling _,
          SchemaChange.ValidateForeignKey _ ->
          Rewrite.SCAN;
      case SchemaChange.AddIndex add -> add.onNewTable() ? Rewrite.NONE : Rewrite.SCAN;
      case SchemaChange.CreateTable _,
          SchemaChange.DropTable _,
          SchemaChange.RememberFill _,
          SchemaChange.AddColumn _,
          SchemaChange.DropDefault _,
          SchemaChange.WidenColumn _,
          SchemaChange.RenameColumn _,
          SchemaChange.DropColumn _,
          SchemaChange.DropCurrency _,
          SchemaChange.Unrequire _,
          SchemaChange.AddCurrency _,
          SchemaChange.AddForeignKey _,
          SchemaChange.DropConstraint _,
          SchemaChange.DropIndex _ ->
          Rewrite.NONE;
    };
  }
}
