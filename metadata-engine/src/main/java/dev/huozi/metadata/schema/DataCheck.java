package dev.huozi.metadata.schema;

import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.schema.SchemaChange.AddCheck;
import dev.huozi.metadata.schema.SchemaChange.AddColumn;
import dev.huozi.metadata.schema.SchemaChange.AddIndex;
import dev.huozi.metadata.schema.SchemaChange.ClearDangling;
import dev.huozi.metadata.schema.SchemaChange.FillColumn;
import dev.huozi.metadata.schema.SchemaChange.RenameColumn;
import dev.huozi.metadata.schema.SchemaChange.Require;
import dev.huozi.metadata.schema.TableShape.Index;
import dev.huozi.metadata.schema.TableShape.Part;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether the rows that are there allow the steps: required fields filled, unique values distinct.
final class DataCheck {
  private final TableFacts facts;
  private final ColumnNames names;
  private final Issues issues;
  private final Set<SqlIdentifier> fresh = new HashSet<>();
  private final Set<SqlIdentifier> filled = new HashSet<>();
  private final Set<SqlIdentifier> needed = new HashSet<>();

  DataCheck(TableFacts facts, ColumnNames names, Issues issues) {
    this.facts = facts;
    this.names = names;
    this.issues = issues;
  }

  /// @param changes in the order in which they would run
  void check(List<SchemaChange> changes) {
    for (SchemaChange change : changes) {
      switch (change) {
        case AddColumn add -> added(add);
        case RenameColumn rename -> fresh.add(rename.to());
        case ClearDangling clear -> dangling(clear);
        case FillColumn fill -> filled.add(fill.column().name());
        case Require require -> require(require);
        case AddCheck add -> oneTarget(add);
        case AddIndex add -> unique(add);
        case SchemaChange.CreateTable _,
            SchemaChange.DropTable _,
            SchemaChange.RememberFill _,
            SchemaChange.DropDefault _,
            SchemaChange.AddCurrency _,
            SchemaChange.WidenColumn _,
            SchemaChange.ConvertColumn _,
            SchemaChange.DropColumn _,
            SchemaChange.DropCurrency _,
            SchemaChange.EmptyColumn _,
            SchemaChange.Unrequire _,
            SchemaChange.AddForeignKey _,
            SchemaChange.ValidateForeignKey _,
            SchemaChange.DropConstraint _,
            SchemaChange.DropIndex _ -> {}
      }
    }
  }

  private void added(AddColumn add) {
    fresh.add(add.column().name());
    if (add.fill() != SchemaChange.Fill.BLANK) {
      filled.add(add.column().name());
    }
  }

  private void require(Require require) {
    needed.add(require.column());
    if (!require.filled() && !filled.contains(require.column())) {
      required(require.table(), List.of(require.column()));
    }
  }

  /// A required reference that comes back must still lead somewhere.
  private void dangling(ClearDangling clear) {
    if (!needed.contains(clear.column())) {
      return;
    }
    long count = facts.dangling(clear.table(), clear.column(), clear.target());
    if (count > 0) {
      issues.error(
          MetadataError.REQUIRED_HAS_BLANKS,
          names.subject(clear.table(), clear.column()),
          "object",
          names.object(clear.table()),
          "field",
          names.field(clear.table(), clear.column()),
          "count",
          count);
    }
  }

  private void oneTarget(AddCheck add) {
    if (add.check().required()) {
      required(add.table(), add.check().columns());
    }
  }

  private void required(SqlIdentifier table, List<SqlIdentifier> columns) {
    String subject = names.subject(table, columns.getFirst());
    String object = names.object(table);
    String field = names.field(table, columns.getFirst());
    if (fresh.containsAll(columns)) {
      if (!facts.isEmpty(table)) {
        issues.error(
            MetadataError.REQUIRED_NEEDS_DEFAULT, subject, "object", object, "field", field);
      }
      return;
    }
    long blanks = facts.blanks(table, columns);
    if (blanks > 0) {
      issues.error(
          MetadataError.REQUIRED_HAS_BLANKS,
          subject,
          "object",
          object,
          "field",
          field,
          "count",
          blanks);
    }
  }

  private void unique(AddIndex add) {
    Index index = add.index();
    if (!index.unique() || add.onNewTable()) {
      return;
    }
    List<SqlIdentifier> columns = index.parts().stream().map(Part::column).toList();
    boolean blank =
        columns.stream().anyMatch(column -> fresh.contains(column) && !filled.contains(column));
    long groups = blank ? 0 : duplicates(add.table(), index, columns);
    if (groups > 0) {
      List<String> fields =
          columns.stream().map(column -> names.field(add.table(), column)).toList();
      issues.error(
          MetadataError.UNIQUE_HAS_DUPLICATES,
          names.subject(add.table(), columns.getFirst()),
          "object",
          names.object(add.table()),
          "field",
          fields,
          "count",
          groups);
    }
  }

  /// A column that is not there yet cannot be asked: with one fixed value every row is like the
  /// others.
  private long duplicates(SqlIdentifier table, Index index, List<SqlIdentifier> columns) {
    boolean anyFresh = columns.stream().anyMatch(fresh::contains);
    return anyFresh ? (facts.isEmpty(table) ? 0 : 1) : facts.duplicates(table, index);
  }
}
