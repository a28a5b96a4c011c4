package dev.huozi.metadata.schema;

import dev.huozi.metadata.schema.TableShape.Column;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.SortCollation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tables of a model made anew under their old names, as a copy of a tenant needs them: first
/// bare, to be filled, then keys and indexes.
public final class TableRebuild {
  private static final SqlIdentifier CURRENCY = PhysicalColumn.CURRENCY.name();

  private final SqlIdentifier schema;
  private final SortCollation collation;
  private final PhysicalModel physical;
  private final Map<SqlIdentifier, TableShape> shapes;
  private final Set<DdlStatement.Later> tasks;

  /// @param tasks what the model has been promised and does not have yet
  public TableRebuild(
      SqlIdentifier schema,
      SortCollation collation,
      SchemaPlanner.State state,
      List<DdlStatement.Later> tasks) {
    this.schema = schema;
    this.collation = collation;
    this.physical = state.physical();
    this.shapes = shapes(state);
    this.tasks = Set.copyOf(tasks);
  }

  /// The tables in use, and what waits for its object to come back: bare.
  private static Map<SqlIdentifier, TableShape> shapes(SchemaPlanner.State state) {
    Map<SqlIdentifier, TableShape> shapes =
        new LinkedHashMap<>(TableShapes.of(state.model(), state.physical()));
    for (PhysicalTable table : state.physical().inOrder()) {
      if (table.parked()) {
        shapes.put(table.name(), TableShape.bare(table.name()));
      }
    }
    return shapes;
  }

  /// The statements that make the tables, with columns of removed fields too.
  ///
  /// @param filled the columns of the tables that will be filled: they tell where codes of
  ///   currencies have outlived the amounts they belong to
  public List<SqlFragment> tables(Map<SqlIdentifier, Set<SqlIdentifier>> filled) {
    List<SqlFragment> statements = new ArrayList<>();
    DdlRenderer renderer = new DdlRenderer(schema, collation);
    for (SchemaChange change : changes()) {
      if (change instanceof SchemaChange.CreateTable create) {
        statements.add(renderer.render(create));
        if (!create.shape().currency()
            && filled.getOrDefault(create.table(), Set.of()).contains(CURRENCY)) {
          statements.add(renderer.render(new SchemaChange.AddCurrency(create.table())));
        }
      }
    }
    for (PhysicalTable table : physical.inOrder()) {
      if (shapes.containsKey(table.name())) {
        table.columns().stream()
            .filter(PhysicalColumn::parked)
            .forEach(column -> statements.add(parked(table, column)));
      }
    }
    return statements;
  }

  private SqlFragment parked(PhysicalTable table, PhysicalColumn column) {
    SqlFragment add =
        SqlFragment.of("alter table ")
            .then(SqlFragment.identifier(schema, table.name()))
            .then(" add column ")
            .then(SqlFragment.identifier(column.name()))
            .then(" ")
            .then(column.type().sql());
    return column.type().base() == ColumnType.Base.BOOLEAN
        ? add.then(" not null default false")
        : add;
  }

  /// The statements that make keys and indexes of filled tables.
  public List<SqlFragment> keys() {
    List<SqlFragment> statements = new ArrayList<>();
    DdlRenderer renderer = new DdlRenderer(schema, collation);
    for (SchemaChange change : changes()) {
      switch (change) {
        case SchemaChange.AddIndex add when !isTask(add.table(), add.index().name()) ->
            statements.add(renderer.render(add));
        case SchemaChange.AddForeignKey add ->
            statements.add(
                renderer.render(
                    new SchemaChange.AddForeignKey(
                        add.table(), add.key(), !isTask(add.table(), add.key().name()))));
        default -> {} // tables are there, indexes of tasks come later
      }
    }
    shapes
        .keySet()
        .forEach(table ->
            statements.add(SqlFragment.of("analyze ").then(SqlFragment.identifier(schema, table))));
    return statements;
  }

  private List<SchemaChange> changes() {
    return SchemaDiff.between(Map.of(), shapes, Leftovers.NONE, Map.of());
  }

  private boolean isTask(SqlIdentifier table, SqlIdentifier name) {
    return tasks.contains(new DdlStatement.Later(table, name));
  }

  /// The tables of the model, in order of object.
  public Set<SqlIdentifier> names() {
    return shapes.keySet();
  }

  /// The columns out of those that a table has which its copy has too: a column that belonged to a
  /// field may have outlived it, and one that is being filled for a publication is not there yet.
  public List<SqlIdentifier> columns(SqlIdentifier table, List<SqlIdentifier> present) {
    Set<SqlIdentifier> known = new HashSet<>(shape(table).columns().keySet());
    for (PhysicalTable one : physical.inOrder()) {
      if (one.name().equals(table)) {
        one.columns().forEach(column -> known.add(column.name()));
      }
    }
    return present.stream()
        .filter(column ->
            !column.name().startsWith("c_") && !column.name().startsWith(Shadow.PREFIX)
                || known.contains(column))
        .toList();
  }

  /// The tables that this one refers to, by column, and whether a row must refer.
  public Map<SqlIdentifier, Target> targets(SqlIdentifier table) {
    TableShape shape = shape(table);
    Map<SqlIdentifier, Target> targets = new LinkedHashMap<>();
    shape
        .foreignKeys()
        .values()
        .forEach(key -> {
          Column column = shape.columns().get(key.column());
          boolean required =
              column != null && column.required()
                  || shape.checks().values().stream()
                      .anyMatch(
                          check -> check.required() && check.columns().contains(key.column()));
          targets.put(key.column(), new Target(key.target(), required));
        });
    return targets;
  }

  /// Where a column refers to.
  public record Target(SqlIdentifier table, boolean required) {}

  private TableShape shape(SqlIdentifier table) {
    TableShape shape = shapes.get(table);
    if (shape == null) {
      throw new IllegalArgumentException("No object has the table (%s).".formatted(table));
    }
    return shape;
  }
}
