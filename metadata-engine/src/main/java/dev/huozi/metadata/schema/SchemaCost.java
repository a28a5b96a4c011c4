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
        millis(change, rewrite, size),
        later(change));
  }

  private TableFacts.Size size(SqlIdentifier table) {
    return created.contains(table)
        ? TableFacts.Size.NOTHING
        : sizes.computeIfAbsent(table, facts::estimate);
  }

  /// Rough figures of one core: measured with a million rows of 150 bytes.
  private static long millis(SchemaChange change, Rewrite rewrite, TableFacts.Size size) {
    double thousands = size.rows() / 1_000.0;
    double megabytes = size.bytes() / 1_000_000.0;
    double work =
        switch (rewrite) {
          case NONE -> 0;
          case SCAN ->
              megabytes + thousands * (change instanceof SchemaChange.AddIndex ? 1.2 : 0.1);
          case REWRITE -> megabytes + thousands * 6;
        };
    return Math.round(1 + work);
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
      case SchemaChange.AddIndex add -> add.onNewTable() ? LockLevel.NONE : LockLevel.SHARE;
      case SchemaChange.AddForeignKey _ -> LockLevel.SHARE_ROW_EXCLUSIVE;
      case SchemaChange.ValidateForeignKey _ -> LockLevel.SHARE_UPDATE_EXCLUSIVE;
      case SchemaChange.EmptyColumn _, SchemaChange.FillColumn _, SchemaChange.ClearDangling _ ->
          LockLevel.ROW_EXCLUSIVE;
      case SchemaChange.DropTable _,
          SchemaChange.AddColumn _,
          SchemaChange.DropDefault _,
          SchemaChange.AddCurrency _,
          SchemaChange.WidenColumn _,
          SchemaChange.ConvertColumn _,
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
