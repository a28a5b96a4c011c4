package dev.huozi.metadata.schema;

import dev.huozi.metadata.schema.SchemaChange.AddCheck;
import dev.huozi.metadata.schema.SchemaChange.AddColumn;
import dev.huozi.metadata.schema.SchemaChange.AddCurrency;
import dev.huozi.metadata.schema.SchemaChange.AddForeignKey;
import dev.huozi.metadata.schema.SchemaChange.AddIndex;
import dev.huozi.metadata.schema.SchemaChange.CreateTable;
import dev.huozi.metadata.schema.SchemaChange.DropConstraint;
import dev.huozi.metadata.schema.SchemaChange.DropDefault;
import dev.huozi.metadata.schema.SchemaChange.DropIndex;
import dev.huozi.metadata.schema.SchemaChange.DropTable;
import dev.huozi.metadata.schema.SchemaChange.EmptyColumn;
import dev.huozi.metadata.schema.SchemaChange.Fill;
import dev.huozi.metadata.schema.SchemaChange.FillColumn;
import dev.huozi.metadata.schema.SchemaChange.RememberFill;
import dev.huozi.metadata.schema.SchemaChange.Require;
import dev.huozi.metadata.schema.SchemaChange.Unrequire;
import dev.huozi.metadata.schema.SchemaChange.ValidateForeignKey;
import dev.huozi.metadata.schema.SchemaChange.WidenColumn;
import dev.huozi.metadata.schema.TableShape.Column;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The steps from the tables of one model to those of another, in an order that works: what stands
/// in the way goes first, columns before their keys, keys after all tables are there.
final class SchemaDiff {
  private final Set<SqlIdentifier> reused;
  private final Map<SqlIdentifier, String> defaults;
  private final List<SchemaChange> rows = new ArrayList<>();
  private final List<SchemaChange> drops = new ArrayList<>();
  private final List<SchemaChange> tables = new ArrayList<>();
  private final List<SchemaChange> columns = new ArrayList<>();
  private final List<SchemaChange> keys = new ArrayList<>();
  private final List<SchemaChange> last = new ArrayList<>();

  private SchemaDiff(Set<SqlIdentifier> reused, Map<SqlIdentifier, String> defaults) {
    this.reused = reused;
    this.defaults = defaults;
  }

  /// @param before shapes by table name
  /// @param reused columns that are in the table already and hold values of a removed field
  /// @param defaults fixed default values by column, for rows that are there when a field is added
  ///   or becomes required
  static List<SchemaChange> between(
      Map<SqlIdentifier, TableShape> before,
      Map<SqlIdentifier, TableShape> after,
      Set<SqlIdentifier> reused,
      Map<SqlIdentifier, String> defaults) {
    SchemaDiff diff = new SchemaDiff(reused, defaults);
    after.forEach((name, shape) -> diff.table(before.get(name), shape));
    before.forEach((name, shape) -> {
      if (!after.containsKey(name)) {
        diff.removed(shape);
      }
    });
    return diff.inOrder();
  }

  private List<SchemaChange> inOrder() {
    List<SchemaChange> all = new ArrayList<>(rows);
    all.addAll(drops);
    all.addAll(tables);
    all.addAll(columns);
    all.addAll(keys);
    all.addAll(last);
    return all;
  }

  private void removed(TableShape shape) {
    shape.foreignKeys().keySet().forEach(name -> drops.add(new DropConstraint(shape.name(), name)));
    last.add(new DropTable(shape.name()));
  }

  private void table(@Nullable TableShape before, TableShape after) {
    if (before == null) {
      created(after);
      return;
    }
    if (after.currency() && !before.currency()) {
      columns.add(new AddCurrency(after.name()));
    }
    columns(before, after);
    compare(
        before.checks(),
        after.checks(),
        (name, _) -> drops.add(new DropConstraint(after.name(), name)),
        (_, check) -> keys.add(new AddCheck(after.name(), check)));
    compare(
        before.indexes(),
        after.indexes(),
        (name, _) -> drops.add(new DropIndex(after.name(), name)),
        (_, index) -> keys.add(new AddIndex(after.name(), index, false)));
    compare(
        before.foreignKeys(),
        after.foreignKeys(),
        (name, _) -> drops.add(new DropConstraint(after.name(), name)),
        (name, key) -> {
          keys.add(new AddForeignKey(after.name(), key, false));
          last.add(new ValidateForeignKey(after.name(), name));
        });
  }

  private void created(TableShape shape) {
    tables.add(new CreateTable(shape));
    shape.indexes().values().forEach(index -> keys.add(new AddIndex(shape.name(), index, true)));
    shape
        .foreignKeys()
        .values()
        .forEach(key -> keys.add(new AddForeignKey(shape.name(), key, true)));
  }

  private static <T> void compare(
      Map<SqlIdentifier, T> before,
      Map<SqlIdentifier, T> after,
      BiConsumer<SqlIdentifier, T> gone,
      BiConsumer<SqlIdentifier, T> come) {
    before.forEach((name, old) -> {
      if (!old.equals(after.get(name))) {
        gone.accept(name, old);
      }
    });
    after.forEach((name, wanted) -> {
      if (!wanted.equals(before.get(name))) {
        come.accept(name, wanted);
      }
    });
  }

  private void columns(TableShape before, TableShape after) {
    for (Column column : after.columns().values()) {
      Column old = before.columns().get(column.name());
      if (old == null) {
        added(after.name(), column);
      } else {
        changed(after.name(), old, column);
      }
    }
    for (Column old : before.columns().values()) {
      if (!after.columns().containsKey(old.name()) && old.required()) {
        drops.add(new Unrequire(after.name(), old.name()));
      }
    }
  }

  private void added(SqlIdentifier table, Column column) {
    String value = column.required() || column.isBoolean() ? defaults.get(column.name()) : null;
    if (reused.contains(column.name())) {
      reused(table, column, value);
    } else {
      fresh(table, column, value);
    }
  }

  private void fresh(SqlIdentifier table, Column column, @Nullable String value) {
    if (value == null || value.equals("false")) {
      columns.add(new AddColumn(table, column, Fill.BLANK));
      if (column.required()) {
        columns.add(new Require(table, column.name()));
      }
      return;
    }
    if (column.isBoolean()) {
      columns.add(new AddColumn(table, column, Fill.TRUE));
    } else {
      columns.add(new RememberFill(table, value));
      columns.add(new AddColumn(table, column, Fill.REMEMBERED));
    }
    columns.add(new DropDefault(table, column));
  }

  /// Rows are changed before the table is locked against readers.
  private void reused(SqlIdentifier table, Column column, @Nullable String value) {
    rows.add(new EmptyColumn(table, column));
    if (value != null && !value.equals("false")) {
      rows.add(new FillColumn(table, column, value));
    }
    if (column.required()) {
      columns.add(new Require(table, column.name()));
    }
  }

  private void changed(SqlIdentifier table, Column old, Column column) {
    if (!old.type().equals(column.type())) {
      columns.add(new WidenColumn(table, column.name(), column.type()));
    }
    if (old.required() && !column.required()) {
      columns.add(new Unrequire(table, column.name()));
    }
    if (!old.required() && column.required()) {
      columns.add(new Require(table, column.name()));
    }
  }
}
