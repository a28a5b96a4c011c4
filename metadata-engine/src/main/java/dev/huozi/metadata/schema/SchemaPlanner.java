package dev.huozi.metadata.schema;

import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.SortCollation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Plans the statements that take a tenant's tables from one model to another. Reads rows only
/// through `TableFacts`.
public final class SchemaPlanner {
  private final SqlIdentifier schema;
  private final SortCollation collation;
  private final TableFacts facts;

  public SchemaPlanner(SqlIdentifier schema, SortCollation collation, TableFacts facts) {
    this.schema = schema;
    this.collation = collation;
    this.facts = facts;
  }

  /// A model and its physical names.
  public record State(Model model, PhysicalModel physical) {}

  /// What is to be done.
  ///
  /// @param statements in order; those that may follow the publication are marked
  /// @param shadows columns whose new values are made ready before the publication
  /// @param fillings what that takes, to be shown
  public record Result(
      List<DdlStatement> statements, List<Shadow> shadows, List<DdlStatement> fillings) {
    public Result {
      statements = List.copyOf(statements);
      fillings = List.copyOf(fillings);
      shadows = List.copyOf(shadows);
    }
  }

  /// @param renamed parked columns that serve new fields, old names by new ones
  /// @param disposal what becomes of columns that nobody wants any more
  /// @param issues gets what the rows that are there do not allow
  public Result plan(
      State before,
      State after,
      Map<SqlIdentifier, SqlIdentifier> renamed,
      Disposal disposal,
      Issues issues) {
    Map<SqlIdentifier, TableShape> now = TableShapes.of(before.model(), before.physical());
    Map<SqlIdentifier, TableShape> then = TableShapes.of(after.model(), after.physical());
    ColumnNames names =
        new ColumnNames(before.model(), before.physical(), after.model(), after.physical());
    new TypeChanges(before, after, facts, names, issues).check();
    Leftovers leftovers = Leftovers.of(before.physical(), after.physical(), renamed);
    List<SchemaChange> changes =
        SchemaDiff.between(
            now,
            then,
            leftovers.with(Shadow.wanted(now, then, facts), emptyCurrencies(then, disposal)),
            fixedDefaults(after));
    new DataCheck(facts, names, issues).check(changes);
    List<Shadow> shadows = new ArrayList<>();
    for (SchemaChange change : changes) {
      if (change instanceof SchemaChange.ConvertColumn convert && convert.shadow()) {
        shadows.add(new Shadow(schema, convert));
      }
    }
    SchemaCost cost = cost();
    return new Result(
        changes.stream().map(cost::statement).toList(),
        shadows,
        shadows.stream().map(cost::filling).toList());
  }

  /// Tables that no longer need their column `currency`, on the way back to a version without it;
  /// parked ones that come back too.
  private Set<SqlIdentifier> emptyCurrencies(
      Map<SqlIdentifier, TableShape> then, Disposal disposal) {
    Set<SqlIdentifier> empty = new HashSet<>();
    then.forEach((name, shape) -> {
      if (disposal != Disposal.PARK
          && !shape.currency()
          && facts.has(name, PhysicalColumn.CURRENCY.name())
          && facts.filled(name, List.of(List.of(PhysicalColumn.CURRENCY))).getFirst() == 0) {
        empty.add(name);
      }
    });
    return empty;
  }

  /// The statement that makes an index or validates a key of the present model which was left for
  /// later, if the model still wants it.
  public List<DdlStatement> remaining(State present, List<DdlStatement.Later> tasks) {
    Map<SqlIdentifier, TableShape> shapes = TableShapes.of(present.model(), present.physical());
    List<SchemaChange> changes = new ArrayList<>();
    for (DdlStatement.Later task : tasks) {
      TableShape shape = shapes.get(task.table());
      TableShape.Index index = shape == null ? null : shape.indexes().get(task.name());
      if (index != null) {
        changes.add(new SchemaChange.AddIndex(task.table(), index, false));
      } else if (shape != null && shape.foreignKeys().containsKey(task.name())) {
        changes.add(new SchemaChange.ValidateForeignKey(task.table(), task.name()));
      }
    }
    return statements(changes);
  }

  private List<DdlStatement> statements(List<SchemaChange> changes) {
    return changes.stream().map(cost()::statement).toList();
  }

  private SchemaCost cost() {
    return new SchemaCost(new DdlRenderer(schema, collation), facts);
  }

  private static Map<SqlIdentifier, String> fixedDefaults(State state) {
    Map<SqlIdentifier, String> defaults = new HashMap<>();
    for (Component component : state.model().components(ObjectKind.ID)) {
      PhysicalTable table = state.physical().table(component.id());
      ObjectType object = (ObjectType) component.definition();
      for (Field field : ObjectFields.of(state.model(), object)) {
        String value = field.defaultValue();
        PhysicalColumn column = table == null ? null : table.find(ApiName.key(field.name()), 0);
        if (column != null && value != null && isFixed(field.type(), value)) {
          defaults.put(column.name(), value);
        }
      }
    }
    return defaults;
  }

  /// A text may begin with `$` and still be a text; only dates and people have variables.
  private static boolean isFixed(FieldType type, String value) {
    boolean variable =
        type instanceof FieldType.Date
            || type instanceof FieldType.DateTime
            || type instanceof FieldType.User;
    return !(variable && value.startsWith("$"));
  }
}
