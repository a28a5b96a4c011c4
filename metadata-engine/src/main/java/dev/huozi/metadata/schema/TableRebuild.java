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
  private static final String CURRENCY = "currency";

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

  /// The tables in use, and what waits for its object to come back: bare, perhaps with amounts.
  private static Map<SqlIdentifier, TableShape> shapes(SchemaPlanner.State state) {
    Map<SqlIdentifier, TableShape> shapes =
        new LinkedHashMap<>(TableShapes.of(state.model(), state.physical()));
    for (PhysicalTable table : state.physical().inOrder()) {
      if (table.parked()) {
        shapes.put(
            table.name(),
            new TableShape(table.name(), true, Map.of(), Map.of(), Map.of(), Map.of()));
      }
    }
    return shapes;
  }

  /// The statements that make the tables, with columns of removed fields too.
  public List<SqlFragment> tables() {
    List<SqlFragment> statements = new ArrayList<>();
    DdlRenderer renderer = new DdlRenderer(schema, collation);
    for (SchemaChange change : changes()) {
      if (change instanceof SchemaChange.CreateTable create) {
        statements.add(renderer.render(create));
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

  /// The columns out of those that a table has which its copy has too: a column that belonged to
  /// currencies or to a field may have outlived them.
  public List<SqlIdentifier> columns(SqlIdentifier table, List<SqlIdentifier> present) {
    TableShape shape = shape(table);
    Set<SqlIdentifier> known = new HashSet<>(shape.columns().keySet());
    for (PhysicalTable one : physical.inOrder()) {
      if (one.name().equals(table)) {
        one.columns().forEach(column -> known.add(column.name()));
      }
    }
    return present.stream()
        .filter(column ->
            column.name().equals(CURRENCY)
                ? shape.currency()
                : !column.name().startsWith("c_") || known.contains(column))
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
