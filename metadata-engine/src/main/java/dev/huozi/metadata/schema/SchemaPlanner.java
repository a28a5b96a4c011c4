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

  /// The statements in order; those that may follow the publication are marked.
  ///
  /// @param reused parked columns that serve new fields
  /// @param issues gets what the rows that are there do not allow
  public List<DdlStatement> plan(
      State before, State after, Set<SqlIdentifier> reused, Issues issues) {
    List<SchemaChange> changes =
        new ArrayList<>(
            SchemaDiff.between(
                TableShapes.of(before.model(), before.physical()),
                TableShapes.of(after.model(), after.physical()),
                reused,
                fixedDefaults(after)));
    changes.addAll(forgotten(before.physical(), after.physical()));
    ColumnNames names =
        new ColumnNames(before.model(), before.physical(), after.model(), after.physical());
    new DataCheck(facts, names, issues).check(changes);
    return statements(changes);
  }

  /// Columns that the wished tables do not even keep parked.
  private static List<SchemaChange> forgotten(PhysicalModel before, PhysicalModel after) {
    List<SchemaChange> drops = new ArrayList<>();
    for (PhysicalTable table : before.inOrder()) {
      PhysicalTable wished = after.table(table.objectId());
      if (wished != null) {
        Set<SqlIdentifier> kept = wished.names();
        table.names().stream()
            .filter(name -> !kept.contains(name))
            .forEach(name -> drops.add(new SchemaChange.DropColumn(table.name(), name)));
      }
    }
    return drops;
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
    SchemaCost cost = new SchemaCost(new DdlRenderer(schema, collation), facts);
    return changes.stream().map(cost::statement).toList();
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
