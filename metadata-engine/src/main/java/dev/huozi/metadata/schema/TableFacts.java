package dev.huozi.metadata.schema;

import dev.huozi.metadata.schema.TableShape.Index;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.List;

/// What a plan has to know about the rows that are there.
public interface TableFacts {
  /// No rows anywhere: for plans without a database.
  TableFacts NO_ROWS =
      new TableFacts() {
        @Override
        public Size estimate(SqlIdentifier table) {
          return Size.NOTHING;
        }

        @Override
        public boolean has(SqlIdentifier table, SqlIdentifier column) {
          return false;
        }

        @Override
        public long rows(SqlIdentifier table) {
          return 0;
        }

        @Override
        public List<Long> filled(SqlIdentifier table, List<List<PhysicalColumn>> fields) {
          return fields.stream().map(_ -> 0L).toList();
        }

        @Override
        public boolean isEmpty(SqlIdentifier table) {
          return true;
        }

        @Override
        public long blanks(SqlIdentifier table, List<SqlIdentifier> columns) {
          return 0;
        }

        @Override
        public long dangling(SqlIdentifier table, SqlIdentifier column, SqlIdentifier target) {
          return 0;
        }

        @Override
        public Misfits misfits(SqlIdentifier table, SqlIdentifier column, SqlFragment misfit) {
          return Misfits.NONE;
        }

        @Override
        public long duplicates(SqlIdentifier table, Index index) {
          return 0;
        }
      };

  /// About how much a table holds.
  ///
  /// @param columns that the table has had, dropped ones too: PostgreSQL allows 1,600
  /// @param indexes that every new row goes into
  record Size(long rows, long bytes, int columns, int indexes) {
    static final Size NOTHING = new Size(0, 0, 0, 0);
  }

  /// Known without a look at the rows.
  Size estimate(SqlIdentifier table);

  boolean has(SqlIdentifier table, SqlIdentifier column);

  /// Counted.
  long rows(SqlIdentifier table);

  /// For each field, given by its columns, how many rows hold a value there. A boolean holds one
  /// when it is true.
  List<Long> filled(SqlIdentifier table, List<List<PhysicalColumn>> fields);

  boolean isEmpty(SqlIdentifier table);

  /// How many rows have none of the columns filled.
  long blanks(SqlIdentifier table, List<SqlIdentifier> columns);

  /// How many groups of rows the index would count as equal.
  long duplicates(SqlIdentifier table, Index index);

  /// How many rows refer to a row of `target` that is no longer there.
  long dangling(SqlIdentifier table, SqlIdentifier column, SqlIdentifier target);

  /// The rows whose value meets a condition.
  Misfits misfits(SqlIdentifier table, SqlIdentifier column, SqlFragment misfit);

  /// Values that cannot be converted.
  ///
  /// @param examples the first ones: record id and value
  record Misfits(long count, List<String> examples) {
    static final Misfits NONE = new Misfits(0, List.of());
  }
}
