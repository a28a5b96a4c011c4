package dev.huozi.metadata.schema;

import dev.huozi.metadata.schema.TableShape.Column;
import dev.huozi.metadata.schema.TableShape.ForeignKey;
import dev.huozi.metadata.schema.TableShape.Index;
import dev.huozi.metadata.schema.TableShape.OneTarget;
import dev.huozi.platform.sql.SqlIdentifier;

/// One step from one schema to another. Each becomes one statement.
sealed interface SchemaChange {
  SqlIdentifier table();

  /// A new table with its columns and checks; its keys and indexes follow.
  record CreateTable(TableShape shape) implements SchemaChange {
    @Override
    public SqlIdentifier table() {
      return shape.name();
    }
  }

  record DropTable(SqlIdentifier table) implements SchemaChange {}

  /// Takes a column away for good. Removed fields only leave a parked one; what a pack brought goes
  /// with it.
  record DropColumn(SqlIdentifier table, SqlIdentifier column) implements SchemaChange {}

  /// Sets the value that `AddColumn` with `Fill.REMEMBERED` gives to the rows that are there. It is
  /// bound here, because nothing can be bound in DDL.
  record RememberFill(SqlIdentifier table, String value) implements SchemaChange {}

  /// A new column.
  record AddColumn(SqlIdentifier table, Column column, Fill fill) implements SchemaChange {}

  /// What the rows that are there have in a new column.
  enum Fill {
    /// Blank, or false.
    BLANK,
    /// True.
    TRUE,
    /// What `RememberFill` set. PostgreSQL keeps the value once in the catalogue and touches no
    /// row.
    REMEMBERED
  }

  /// Ends the default that only filled the rows that were there.
  record DropDefault(SqlIdentifier table, Column column) implements SchemaChange {}

  record AddCurrency(SqlIdentifier table) implements SchemaChange {}

  record WidenColumn(SqlIdentifier table, SqlIdentifier column, ColumnType type)
      implements SchemaChange {}

  /// Takes the old values out of a parked column that gets a new field.
  record EmptyColumn(SqlIdentifier table, Column column) implements SchemaChange {}

  /// Gives the rows that are there a new field's default, where its column is a reused one.
  record FillColumn(SqlIdentifier table, Column column, String value) implements SchemaChange {}

  record Require(SqlIdentifier table, SqlIdentifier column) implements SchemaChange {}

  record Unrequire(SqlIdentifier table, SqlIdentifier column) implements SchemaChange {}

  record AddCheck(SqlIdentifier table, OneTarget check) implements SchemaChange {}

  /// A reference. On an existing table it is validated by a later step, so that nobody waits for
  /// that.
  record AddForeignKey(SqlIdentifier table, ForeignKey key, boolean onNewTable)
      implements SchemaChange {}

  record ValidateForeignKey(SqlIdentifier table, SqlIdentifier name) implements SchemaChange {}

  /// A foreign key or a check.
  record DropConstraint(SqlIdentifier table, SqlIdentifier name) implements SchemaChange {}

  record AddIndex(SqlIdentifier table, Index index, boolean onNewTable) implements SchemaChange {}

  record DropIndex(SqlIdentifier table, SqlIdentifier name) implements SchemaChange {}

  /// Whether the step may follow after the publication: nothing is wrong before it has run, some
  /// things are slow.
  default boolean canFollow() {
    return switch (this) {
      case AddIndex add -> !add.index().unique() && !add.onNewTable();
      case ValidateForeignKey _ -> true;
      case CreateTable _,
          DropTable _,
          DropColumn _,
          AddColumn _,
          RememberFill _,
          DropDefault _,
          AddCurrency _,
          WidenColumn _,
          EmptyColumn _,
          FillColumn _,
          Require _,
          Unrequire _,
          AddCheck _,
          AddForeignKey _,
          DropConstraint _,
          DropIndex _ ->
          false;
    };
  }
}
