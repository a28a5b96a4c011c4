package dev.huozi.metadata.schema;

import dev.huozi.metadata.schema.TableShape.Index;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.List;

/// What a plan has to know about the rows that are there.
public interface TableFacts {
  /// No rows anywhere: for plans without a database.
  TableFacts NO_ROWS =
      new TableFacts() {
        @Override
        public long estimatedRows(SqlIdentifier table) {
          return 0;
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
        public long duplicates(SqlIdentifier table, Index index) {
          return 0;
        }
      };

  /// About how many rows the table has.
  long estimatedRows(SqlIdentifier table);

  boolean isEmpty(SqlIdentifier table);

  /// How many rows have none of the columns filled.
  long blanks(SqlIdentifier table, List<SqlIdentifier> columns);

  /// How many groups of rows the index would count as equal.
  long duplicates(SqlIdentifier table, Index index);
}
