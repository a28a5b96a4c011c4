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

  /// Another type: every value is converted. Checked before that all of them can be.
  ///
  /// @param shadow the new values are ready in a column beside it (see `Shadow`); only those are
  ///   converted here that have changed since
  record ConvertColumn(SqlIdentifier table, Column column, ColumnType from, boolean shadow)
      implements SchemaChange {}

  /// A parked column serves another field: under a new name, so that nothing kept about the old
  /// field is taken for the new one's.
  record RenameColumn(SqlIdentifier table, SqlIdentifier from, SqlIdentifier to)
      implements SchemaChange {}

  record DropColumn(SqlIdentifier table, SqlIdentifier column) implements SchemaChange {}

  /// The column `currency`.
  record DropCurrency(SqlIdentifier table) implements SchemaChange {}

  /// Empties references of a column that comes back whose targets are gone since.
  record ClearDangling(SqlIdentifier table, SqlIdentifier column, SqlIdentifier target)
      implements SchemaChange {}

  /// Takes the old values out of a parked column that gets a new field.
  record EmptyColumn(SqlIdentifier table, Column column) implements SchemaChange {}

  /// Gives the rows that are there a new field's default, where its column is a reused one.
  record FillColumn(SqlIdentifier table, Column column, String value) implements SchemaChange {}

  /// @param filled every row has a value by then
  record Require(SqlIdentifier table, SqlIdentifier column, boolean filled)
      implements SchemaChange {}

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
          AddColumn _,
          RememberFill _,
          DropDefault _,
          AddCurrency _,
          WidenColumn _,
          ConvertColumn _,
          RenameColumn _,
          DropColumn _,
          DropCurrency _,
          ClearDangling _,
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
