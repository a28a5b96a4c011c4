package dev.huozi.metadata.schema;

import dev.huozi.metadata.schema.SchemaChange.AddCheck;
import dev.huozi.metadata.schema.SchemaChange.AddColumn;
import dev.huozi.metadata.schema.SchemaChange.AddCurrency;
import dev.huozi.metadata.schema.SchemaChange.AddForeignKey;
import dev.huozi.metadata.schema.SchemaChange.AddIndex;
import dev.huozi.metadata.schema.SchemaChange.ClearDangling;
import dev.huozi.metadata.schema.SchemaChange.ConvertColumn;
import dev.huozi.metadata.schema.SchemaChange.CreateTable;
import dev.huozi.metadata.schema.SchemaChange.DropColumn;
import dev.huozi.metadata.schema.SchemaChange.DropConstraint;
import dev.huozi.metadata.schema.SchemaChange.DropCurrency;
import dev.huozi.metadata.schema.SchemaChange.DropDefault;
import dev.huozi.metadata.schema.SchemaChange.DropIndex;
import dev.huozi.metadata.schema.SchemaChange.DropTable;
import dev.huozi.metadata.schema.SchemaChange.EmptyColumn;
import dev.huozi.metadata.schema.SchemaChange.Fill;
import dev.huozi.metadata.schema.SchemaChange.FillColumn;
import dev.huozi.metadata.schema.SchemaChange.RememberFill;
import dev.huozi.metadata.schema.SchemaChange.RenameColumn;
import dev.huozi.metadata.schema.SchemaChange.Require;
import dev.huozi.metadata.schema.SchemaChange.Unrequire;
import dev.huozi.metadata.schema.SchemaChange.ValidateForeignKey;
import dev.huozi.metadata.schema.SchemaChange.WidenColumn;
import dev.huozi.metadata.schema.TableShape.Column;
import dev.huozi.metadata.schema.TableShape.Index;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The steps from the tables of one model to those of another, in an order that works: what stands
/// in the way goes first, columns before their keys, keys after all tables are there.
final class SchemaDiff {
  private final Leftovers leftovers;
  private final Map<SqlIdentifier, String> defaults;
  private final List<SchemaChange> rows = new ArrayList<>();
  private final List<SchemaChange> drops = new ArrayList<>();
  private final List<SchemaChange> tables = new ArrayList<>();
  private final List<SchemaChange> columns = new ArrayList<>();
  private final List<SchemaChange> keys = new ArrayList<>();
  private final List<SchemaChange> last = new ArrayList<>();

  private SchemaDiff(Leftovers leftovers, Map<SqlIdentifier, String> defaults) {
    this.leftovers = leftovers;
    this.defaults = defaults;
  }

  /// @param before shapes by table name
  /// @param leftovers what is there beside the tables and columns in use
  /// @param defaults fixed default values by column, for rows that are there when a field is added
  ///   or becomes required
  static List<SchemaChange> between(
      Map<SqlIdentifier, TableShape> before,
      Map<SqlIdentifier, TableShape> after,
      Leftovers leftovers,
      Map<SqlIdentifier, String> defaults) {
    SchemaDiff diff = new SchemaDiff(leftovers, defaults);
    after.forEach((name, shape) -> diff.table(before.get(name), shape));
    before.forEach((name, shape) -> {
      if (!after.containsKey(name)) {
        diff.removed(shape);
      }
    });
    leftovers.droppedTables().forEach(name -> diff.last.add(new DropTable(name)));
    leftovers
        .droppedColumns()
        .forEach((column, table) -> diff.last.add(new DropColumn(table, column)));
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
    if (leftovers.parkedTables().contains(shape.name())) {
      bare(shape);
    }
  }

  /// A parked table keeps its rows and nothing that guards them.
  private void bare(TableShape shape) {
    shape.checks().keySet().forEach(name -> drops.add(new DropConstraint(shape.name(), name)));
    shape.indexes().keySet().forEach(name -> drops.add(new DropIndex(shape.name(), name)));
    shape.columns().values().stream()
        .filter(Column::required)
        .forEach(column -> drops.add(new Unrequire(shape.name(), column.name())));
  }

  private void table(@Nullable TableShape before, TableShape after) {
    if (before == null && !leftovers.revivedTables().contains(after.name())) {
      created(after);
      return;
    }
    changed(before == null ? TableShape.bare(after.name()) : before, after);
  }

  private void changed(TableShape before, TableShape after) {
    if (after.currency() && !before.currency()) {
      columns.add(new AddCurrency(after.name()));
    } else if (!after.currency() && leftovers.droppedCurrencies().contains(after.name())) {
      last.add(new DropCurrency(after.name()));
    }
    columns(before, after);
    compare(
        before.checks(),
        after.checks(),
        (name, _) -> drops.add(new DropConstraint(after.name(), name)),
        (_, check) -> keys.add(new AddCheck(after.name(), check)));
    compare(
        withoutShadowed(before.indexes()),
        after.indexes(),
        (name, _) -> drops.add(new DropIndex(after.name(), name)),
        (_, index) -> keys.add(new AddIndex(after.name(), index, false)));
    compare(
        before.foreignKeys(),
        after.foreignKeys(),
        (name, _) -> drops.add(new DropConstraint(after.name(), name)),
        (name, key) -> {
          if (leftovers.present().contains(key.column())) {
            keys.add(new ClearDangling(after.name(), key.column(), key.target()));
          }
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

  /// An index goes with the column that a shadow replaces.
  private Map<SqlIdentifier, Index> withoutShadowed(Map<SqlIdentifier, Index> indexes) {
    Map<SqlIdentifier, Index> rest = new LinkedHashMap<>(indexes);
    rest.values()
        .removeIf(index ->
            index.parts().stream().anyMatch(part -> leftovers.shadowed().contains(part.column())));
    return rest;
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
      if (!after.columns().containsKey(old.name())
          && old.required()
          && !leftovers.droppedColumns().containsKey(old.name())) {
        drops.add(new Unrequire(after.name(), old.name()));
      }
    }
  }

  private void added(SqlIdentifier table, Column column) {
    String value = column.required() || column.isBoolean() ? defaults.get(column.name()) : null;
    SqlIdentifier former = leftovers.renamed().get(column.name());
    if (former != null) {
      renamed(table, former, column, value);
    } else if (leftovers.present().contains(column.name())) {
      revived(table, column, value);
    } else {
      fresh(table, column, value);
    }
  }

  private void fresh(SqlIdentifier table, Column column, @Nullable String value) {
    if (value == null || value.equals("false")) {
      columns.add(new AddColumn(table, column, Fill.BLANK));
      if (column.required()) {
        columns.add(new Require(table, column.name(), false));
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

  /// The column beside, filled before, takes the column's place.
  private void shadowed(SqlIdentifier table, Column old, Column column) {
    ConvertColumn convert = new ConvertColumn(table, column, old.type(), true);
    rows.add(convert);
    columns.add(new DropColumn(table, column.name()));
    columns.add(new RenameColumn(table, Shadow.nameOf(column.name()), column.name()));
    if (old.required()) {
      columns.add(new Require(table, column.name(), true));
    }
  }

  /// A parked column gets a new field. Rows are changed before the table is locked against readers.
  private void renamed(
      SqlIdentifier table, SqlIdentifier former, Column column, @Nullable String value) {
    Column old = new Column(former, column.type(), column.required());
    rows.add(new EmptyColumn(table, old));
    fill(table, old, value);
    columns.add(new RenameColumn(table, former, column.name()));
    require(table, column, value);
  }

  /// A parked column comes back to its field with what it holds.
  private void revived(SqlIdentifier table, Column column, @Nullable String value) {
    ColumnType held = leftovers.present(column.name());
    if (held != null && !held.equals(column.type())) {
      columns.add(new ConvertColumn(table, column, held, false));
    } else {
      fill(table, column, column.required() ? value : null);
    }
    require(table, column, value);
  }

  private void fill(SqlIdentifier table, Column column, @Nullable String value) {
    if (value != null && !value.equals("false")) {
      rows.add(new FillColumn(table, column, value));
    }
  }

  private void require(SqlIdentifier table, Column column, @Nullable String value) {
    if (column.required()) {
      columns.add(new Require(table, column.name(), value != null));
    }
  }

  private void changed(SqlIdentifier table, Column old, Column column) {
    if (old.type().widensTo(column.type())) {
      if (!old.type().equals(column.type())) {
        columns.add(new WidenColumn(table, column.name(), column.type()));
      }
    } else if (leftovers.shadowed().contains(column.name())) {
      shadowed(table, old, column);
    } else {
      columns.add(new ConvertColumn(table, column, old.type(), false));
    }
    if (old.required() && !column.required()) {
      columns.add(new Unrequire(table, column.name()));
    }
    if (!old.required() && column.required()) {
      columns.add(new Require(table, column.name(), false));
    }
  }
}
